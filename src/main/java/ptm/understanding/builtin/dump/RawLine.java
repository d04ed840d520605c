package ptm.understanding.builtin.dump;

/**
 * A line of a dump as it stands there, without what a mailer or a chat put before it.
 *
 * @param from    char offset of the text in the dump
 * @param opens   whether it is the first after an empty line, or the first of all
 * @param isItem  whether it was one of several numbered on one line
 * @param isTitle whether it only leads to what was numbered after it
 */
record RawLine(String text, int from, Voice voice, boolean opens, boolean isItem, boolean isTitle) {
    RawLine(String text, int from, Voice voice, boolean opens) {
        this(text, from, voice, opens, false, false);
    }

    /** A part of it. */
    RawLine part(int begin, int until, boolean item) {
        return new RawLine(text.substring(begin, until), from + begin, voice, opens && begin == 0, item, false);
    }

    RawLine asTitle() {
        return new RawLine(text, from, voice, opens, isItem, true);
    }
}
