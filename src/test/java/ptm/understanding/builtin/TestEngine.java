package ptm.understanding.builtin;

import ptm.understanding.Interpreter;

/** The engine as the application makes it, for tests of other packages. */
public final class TestEngine {
    private TestEngine() {}

    public static Interpreter make() {
        return new BuiltinConfiguration().builtinInterpreter();
    }
}
