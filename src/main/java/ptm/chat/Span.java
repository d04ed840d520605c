package ptm.chat;

/** A run of text in one style. Plain text: each channel escapes it in its own way. */
public record Span(String text, Style style) {

    /** How a run of text looks. */
    public enum Style {
        PLAIN, BOLD, ITALIC, STRUCK
    }

    public static Span plain(String text) {
        return new Span(text, Style.PLAIN);
    }

    public static Span bold(String text) {
        return new Span(text, Style.BOLD);
    }

    public static Span italic(String text) {
        return new Span(text, Style.ITALIC);
    }

    public static Span struck(String text) {
        return new Span(text, Style.STRUCK);
    }
}
