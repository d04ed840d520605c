package ptm.understanding.llm;

import java.util.function.Supplier;

import dev.langchain4j.service.Result;
import dev.langchain4j.service.output.OutputParsingException;

import ptm.understanding.AnnotatorUnavailable;

/** One question to a model: a bad answer is asked for once more, any other failure means that it is not there now. */
final class ModelCall {
    private ModelCall() {}

    /**
     * The answer as it came, still unchecked.
     *
     * @throws AnnotatorUnavailable for whatever went wrong; the message names the kind of failure only, since the
     *         library's own may quote a person's words
     */
    static <T> T ask(Supplier<Result<T>> question) {
        try {
            return content(question);
        } catch (OutputParsingException e) {
            return repaired(question);
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    private static <T> T repaired(Supplier<Result<T>> question) {
        try {
            return content(question);
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    private static <T> T content(Supplier<Result<T>> question) {
        T content = question.get().content();
        if (content == null)
            throw new AnnotatorUnavailable("the model answered nothing");
        return content;
    }

    private static AnnotatorUnavailable failure(RuntimeException e) {
        return e instanceof AnnotatorUnavailable known
                ? known
                : new AnnotatorUnavailable("the model could not be asked: " + e.getClass().getSimpleName());
    }
}
