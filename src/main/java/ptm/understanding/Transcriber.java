package ptm.understanding;

import ptm.account.AccountId;

/** Hears what was said. */
public interface Transcriber {

    /**
     * The words of a recording, in the language they were said in; empty where there are none.
     *
     * @param account whose budget pays
     * @throws AnnotatorUnavailable if nobody can listen now
     */
    String transcribe(AccountId account, Recording recording);
}
