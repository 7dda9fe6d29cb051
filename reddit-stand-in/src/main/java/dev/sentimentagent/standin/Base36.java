package dev.sentimentagent.standin;

/** Reddit's ids: numbers in base 36 that grow with time. */
final class Base36 {
    private static final int RADIX = 36;

    private Base36() {}

    static String of(long number) {
        return Long.toString(number, RADIX);
    }

    /** The number, or −1 if the text is none. */
    static long parse(String id) {
        try {
            return Long.parseLong(id, RADIX);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    /** Whether the item of that fullname was created before the other, as far as their ids tell. */
    static boolean isOlder(String fullname, String than) {
        return parse(fullname.substring(Math.min(3, fullname.length()))) < parse(than.substring(Math.min(3, than.length())));
    }
}
