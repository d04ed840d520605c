package ptm.understanding;

import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import ptm.account.Account;
import ptm.task.TaskId;

/** The one door to reading: the cascade of engines behind it, the person's vocabulary in front. */
@Service
public class UnderstandingService {

    /**
     * What these words mean from this person; may take as long as the model's timeout, so never inside a transaction.
     *
     * @param zone     instead of the person's, or null
     * @param language instead of the person's, or null
     * @param shown    the tasks of the last list they saw, in its order
     */
    public Interpretation interpret(Account account, Utterance utterance, List<TaskId> shown, @Nullable ZoneId zone,
            ptm.account.@Nullable Language language) {
        throw new UnsupportedOperationException();
    }

    /** From now on the word stands for this filter to this person. */
    public void teach(ptm.account.AccountId account, String word, ptm.filter.Filter meaning) {
        throw new UnsupportedOperationException();
    }

    /** Whether the person had taught this word. */
    public boolean forget(ptm.account.AccountId account, String word) {
        throw new UnsupportedOperationException();
    }

    /** Whether a model is set up to be asked at all. */
    public boolean hasModel() {
        throw new UnsupportedOperationException();
    }
}
