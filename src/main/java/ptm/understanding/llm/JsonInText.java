package ptm.understanding.llm;

/** Finds the JSON that a talkative model wrapped into thoughts, fences or polite words. */
final class JsonInText {
    private static final String THOUGHT_END = "</think>";

    private JsonInText() {}

    /** The first whole JSON object after any thoughts; the text as it is where there is none. */
    static String first(String text) {
        int thought = text.lastIndexOf(THOUGHT_END);
        String said = thought < 0 ? text : text.substring(thought + THOUGHT_END.length());
        int from = said.indexOf('{');
        int until = from < 0 ? -1 : end(said, from);
        return until < 0 ? text : said.substring(from, until);
    }

    /** Behind the brace that closes the one at {@code from}, or -1. */
    private static int end(String text, int from) {
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\')
                i++;
            else if (c == '"')
                quoted = !quoted;
            else if (!quoted && c == '{')
                depth++;
            else if (!quoted && c == '}' && --depth == 0)
                return i + 1;
        }
        return -1;
    }
}
