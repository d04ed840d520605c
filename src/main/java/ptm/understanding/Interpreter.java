package ptm.understanding;

/** Reads what a person meant. Pure: stores nothing and changes nothing; safe for many threads. */
public interface Interpreter {

    Interpretation interpret(Utterance utterance, Context context);
}
