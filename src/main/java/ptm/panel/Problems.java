package ptm.panel;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

import ptm.account.AccountNotFound;
import ptm.account.Language;
import ptm.filter.FilterError;
import ptm.task.RefusedValue;
import ptm.task.StaleTask;
import ptm.task.TaskNotFound;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;

/** Turns everything that a request can run into into a problem (RFC 9457) that says what to do about it. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail on(RefusedValue refused) {
        return pointed(message(refused), refused.pointer());
    }

    @ExceptionHandler
    ProblemDetail on(FilterError error) {
        String pointer = error.pointer();
        ProblemDetail problem = pointed(error.message(language()), pointer == null ? "/text" : pointer);
        if (error.column() > 0)
            problem.setProperty("column", error.column());
        return problem;
    }

    @ExceptionHandler({ TaskNotFound.class, AccountNotFound.class })
    ProblemDetail unknown(RuntimeException unknown) {
        return problem(HttpStatus.NOT_FOUND, message(unknown));
    }

    @ExceptionHandler
    ProblemDetail on(StaleTask stale) {
        return problem(HttpStatus.PRECONDITION_FAILED, message(stale));
    }

    @ExceptionHandler
    ProblemDetail on(Refusal refusal) {
        return problem(refusal.status(), message(refusal));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(RefusedEndpoint refused) {
        ProblemDetail problem = problem(refused.status(), message(refused));
        problem.setProperty("pointer", refused.pointer());
        problem.setProperty("reason", refused.reason());
        var answer = ResponseEntity.status(refused.status());
        if (refused.status() == HttpStatus.TOO_MANY_REQUESTS)
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(AiController.AGAIN.toSeconds()));
        return answer.body(problem);
    }

    @ExceptionHandler
    ProblemDetail on(BadLine bad) {
        ProblemDetail problem = problem(bad.status(), message(bad));
        problem.setProperty("pointer", bad.pointer());
        problem.setProperty("line", bad.line());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail on(BodyLimit.TooLarge tooLarge) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, tooLarge.getMessage());
    }

    /** A value that slipped through to the database; never the person's fault to see as a failure of ours. */
    @ExceptionHandler
    ProblemDetail on(DataIntegrityViolationException refused) {
        note(refused);
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "A value of this request cannot be kept.");
    }

    @ExceptionHandler
    ProblemDetail failed(Exception failure) {
        note(failure);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here; nothing was changed.");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException unreadable,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimit.TooLarge tooLarge)
                return answer(on(tooLarge));
            if (cause instanceof DatabindException refused && !refused.getPath().isEmpty())
                return answer(pointed("A value of another kind is expected.", pointer(refused)));
            if (cause instanceof StreamConstraintsException)
                return answer(problem(HttpStatus.BAD_REQUEST,
                        "The body is nested too deeply, or a name or number in it is too long."));
            if (cause instanceof JacksonException broken)
                return answer(problem(HttpStatus.BAD_REQUEST, "The body is no JSON" + place(broken) + "."));
        }
        return answer(problem(HttpStatus.BAD_REQUEST, "A JSON body is expected."));
    }

    /** An id in an address that is no number is as unknown as any other that leads nowhere. */
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException mismatch, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        if (mismatch instanceof MethodArgumentTypeMismatchException argument
                && argument.getParameter().hasParameterAnnotation(RequestParam.class))
            return answer(pointed("A value of another kind is expected.", "/" + argument.getName()));
        return answer(problem(HttpStatus.NOT_FOUND, "There is nothing at this address."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(NoResourceFoundException unknown,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(problem(HttpStatus.NOT_FOUND, "There is nothing at this address."));
    }

    private static Language language() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof Person person
                ? person.account().language()
                : Language.EN;
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private static ProblemDetail pointed(String detail, String pointer) {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, detail);
        problem.setProperty("pointer", pointer);
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }

    private static String message(RuntimeException exception) {
        return Objects.requireNonNullElse(exception.getMessage(), "");
    }

    private static String place(JacksonException broken) {
        TokenStreamLocation at = broken.getLocation();
        return at == null || at.getLineNr() < 1
                ? ""
                : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static String pointer(DatabindException refused) {
        List<JacksonException.Reference> path = refused.getPath();
        return path.stream().map(step -> step.getPropertyName() == null
                ? "/" + step.getIndex()
                : "/" + step.getPropertyName()).collect(Collectors.joining());
    }

    /** Where it happened, without the message: that may hold a person's words. */
    private static void note(Exception failure) {
        Throwable root = failure;
        while (root.getCause() != null)
            root = root.getCause();
        var bare = new IllegalStateException(failure.getClass().getName() + " by " + root.getClass().getName());
        bare.setStackTrace(root.getStackTrace());
        log.error("A request failed", bare);
    }
}
