package dev.sentimentagent.server.doctor;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one thing.
 *
 * @param check what was looked at, a word
 * @param says what was seen, one line; never a secret
 * @param todo what to do about it, one line; null if nothing is to be done
 */
public record Finding(String check, Level level, String says, @Nullable String todo) {
    /** How bad it is. */
    public enum Level {
        OK,
        /** It works, but not for ever, or not as meant. */
        WARN,
        /** The service does not start, or does not do its work. */
        FAIL;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String check, String says) {
        return new Finding(check, Level.OK, says, null);
    }

    static Finding warn(String check, String says, String todo) {
        return new Finding(check, Level.WARN, says, todo);
    }

    static Finding fail(String check, String says, String todo) {
        return new Finding(check, Level.FAIL, says, todo);
    }
}
