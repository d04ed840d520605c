package ptm.understanding.llm;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;

import ptm.outbound.OutboundClient;
import ptm.outbound.OutboundClient.Answer;

/** Carries questions to an endpoint that a person brought along, by the client that refuses private networks. */
final class GuardedHttpClient implements HttpClient {
    private static final int LAST_SUCCESS = 299;

    private final OutboundClient client;
    private final Duration timeout;

    private GuardedHttpClient(OutboundClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try {
            Answer answer = send(request);
            Optional<Duration> pause = PatientHttpClient.pause(answer.status(),
                    answer.headers().getOrDefault("retry-after", List.of()).stream().findFirst());
            if (pause.isPresent()) {
                Thread.sleep(pause.get());
                answer = send(request);
            }
            if (answer.status() > LAST_SUCCESS)
                throw new HttpException(answer.status(), answer.body());
            return SuccessfulHttpResponse.builder().statusCode(answer.status()).headers(answer.headers())
                    .body(answer.body()).build();
        } catch (InterruptedIOException late) {
            throw new TimeoutException(late);
        } catch (IOException e) {
            throw new IllegalStateException("the model's endpoint cannot be reached", e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    private Answer send(HttpRequest request) throws IOException {
        return client.post(URI.create(request.url()), request.headers(), request.body() == null ? "" : request.body(),
                timeout);
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are read whole");
    }

    /** Makes the client with the time limit that a model's builder passes on. */
    static final class Builder implements HttpClientBuilder {
        private final OutboundClient client;
        private Duration connectTimeout = Duration.ofSeconds(5);
        private Duration readTimeout = Duration.ofSeconds(60);

        Builder(OutboundClient client) {
            this.client = client;
        }

        @Override
        public Duration connectTimeout() {
            return connectTimeout;
        }

        @Override
        public Builder connectTimeout(Duration timeout) {
            connectTimeout = timeout;
            return this;
        }

        @Override
        public Duration readTimeout() {
            return readTimeout;
        }

        @Override
        public Builder readTimeout(Duration timeout) {
            readTimeout = timeout;
            return this;
        }

        @Override
        public GuardedHttpClient build() {
            return new GuardedHttpClient(client, readTimeout);
        }
    }
}
