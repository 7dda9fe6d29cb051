package dev.sentimentagent.reddit;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One field of an item as it stands in the JSON, with what is wrong with it. Reused from item to item; not thread-safe. */
final class Field {
    /**
     * Longest text that is taken, in characters. Reddit's own limit for a body is 40 000; what is longer than this is no item of
     * Reddit's.
     */
    static final int MAX_TEXT = 200_000;
    private static final int MAX_NUMBER = 40;
    private static final int MAX_LONG_DIGITS = 18;

    enum State {
        ABSENT, PRESENT, WRONG_TYPE, OVERSIZED
    }

    final String name;
    private State state = State.ABSENT;
    private @Nullable String text;
    private double number;

    Field(String name) {
        this.name = name;
    }

    void clear() {
        state = State.ABSENT;
        text = null;
    }

    State state() {
        return state;
    }

    /** The text; null unless it is present. */
    @Nullable
    String text() {
        return text;
    }

    /** The number; the default unless it is present. */
    double number(double otherwise) {
        return state == State.PRESENT ? number : otherwise;
    }

    void readText(JsonParser parser, JsonToken value) {
        clear();
        switch (value) {
            case VALUE_STRING -> {
                if (parser.getStringLength() > MAX_TEXT) {
                    state = State.OVERSIZED;
                } else {
                    text = parser.getString();
                    state = State.PRESENT;
                }
            }
            case VALUE_NULL -> {
                // The same as absent.
            }
            default -> skip(parser);
        }
    }

    /** Old dumps write numbers as strings, so those are taken too. */
    void readNumber(JsonParser parser, JsonToken value) {
        clear();
        switch (value) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING -> parseNumber(parser, value);
            case VALUE_NULL -> {
                // The same as absent.
            }
            default -> skip(parser);
        }
    }

    private void parseNumber(JsonParser parser, JsonToken value) {
        int length = parser.getStringLength();
        state = State.WRONG_TYPE;
        if (value == JsonToken.VALUE_NUMBER_INT && length <= MAX_LONG_DIGITS) {
            number = parser.getLongValue();
            state = State.PRESENT;
        } else if (length <= MAX_NUMBER) {
            try {
                number = Double.parseDouble(parser.getString());
                state = Double.isFinite(number) ? State.PRESENT : State.WRONG_TYPE;
            } catch (NumberFormatException e) {
                state = State.WRONG_TYPE;
            }
        }
    }

    private void skip(JsonParser parser) {
        state = State.WRONG_TYPE;
        parser.skipChildren();
    }
}
