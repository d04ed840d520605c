package ptm.chat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What went wrong, told without anything a person wrote: messages of exceptions may quote it. */
final class Failures {
    private static final int FRAMES = 4;

    private Failures() {}

    /** Whether the database is away: no fault of what was being worked on. */
    static boolean isOfTheHouse(Throwable failure) {
        return failure instanceof CannotCreateTransactionException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof RecoverableDataAccessException;
    }

    /** The kinds of the failure and its causes, and where it began. */
    static String withoutWords(Throwable failure) {
        var chain = Stream.iterate(failure, f -> f != null, Throwable::getCause).limit(8).toList();
        var kinds = chain.stream().map(f -> f.getClass().getName()).collect(Collectors.joining(" ← "));
        var where = Arrays.stream(chain.getLast().getStackTrace()).limit(FRAMES)
                .map(StackTraceElement::toString).collect(Collectors.joining(", "));
        return kinds + " at " + where;
    }
}
