package ptm.understanding.builtin;

import java.util.List;

/** Reads the windows of time in a request; which date they are about is the caller's to say. */
final class WindowReader {

    /** Windows in the order of the text; empty where it names none. */
    List<WindowPiece> readWindow(String text, TimeScene scene, WindowPiece.Tense tense) {
        return List.of();
    }
}
