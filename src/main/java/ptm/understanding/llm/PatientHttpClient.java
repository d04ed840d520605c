package ptm.understanding.llm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;

/**
 * Carries questions to a model's endpoint, and asks once more where that says when to come back (RFC 9110 §10.2.3, in
 * seconds) and it is soon. The library's own client throws that header away.
 */
final class PatientHttpClient implements dev.langchain4j.http.client.HttpClient {
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int LAST_SUCCESS = 299;
    /** A person waits: what takes longer is as good as no answer. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** Bytes: several times what the most tokens that are asked for come to. */
    private static final long LONGEST_ANSWER = 2L * 1024 * 1024;

    private final HttpClient client;
    private final Duration timeout;

    PatientHttpClient(HttpClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request(request), bounded());
            Optional<Duration> pause = pause(response.statusCode(),
                    response.headers().firstValue("Retry-After"));
            if (pause.isPresent()) {
                Thread.sleep(pause.get());
                response = client.send(request(request), bounded());
            }
            if (response.statusCode() > LAST_SUCCESS)
                throw new HttpException(response.statusCode(), response.body());
            return SuccessfulHttpResponse.builder().statusCode(response.statusCode())
                    .headers(response.headers().map()).body(response.body()).build();
        } catch (HttpTimeoutException late) {
            throw new TimeoutException(late);
        } catch (IOException e) {
            throw new IllegalStateException("the model's endpoint cannot be reached", e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    private static HttpResponse.BodyHandler<String> bounded() {
        return HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), LONGEST_ANSWER);
    }

    private java.net.http.HttpRequest request(HttpRequest request) {
        java.net.http.HttpRequest.Builder built = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(timeout);
        request.headers().forEach((name, values) -> values.forEach(value -> built.header(name, value)));
        if (request.formDataFiles().isEmpty())
            built.method(request.method().name(), request.body() == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(request.body()));
        else {
            FormData form = new FormData(request);
            built.setHeader("Content-Type", form.contentType())
                    .method(request.method().name(), BodyPublishers.ofByteArray(form.bytes()));
        }
        return built.build();
    }

    /** How long to wait before asking once more; empty where there is no use in it. */
    static Optional<Duration> pause(int status, Optional<String> retryAfter) {
        if (status != TOO_MANY && status != UNAVAILABLE)
            return Optional.empty();
        return retryAfter.map(String::strip)
                .filter(seconds -> seconds.matches("\\d{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .filter(wait -> wait.compareTo(LONGEST_PAUSE) <= 0);
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are read whole");
    }
}
