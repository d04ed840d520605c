package ptm.understanding.llm;

import java.net.http.HttpClient;
import java.time.Duration;

import dev.langchain4j.http.client.HttpClientBuilder;

/** Makes the client with the time limits that a model's builder passes on. */
final class PatientHttpClientBuilder implements HttpClientBuilder {
    private Duration connectTimeout = Duration.ofSeconds(5);
    private Duration readTimeout = Duration.ofSeconds(60);

    @Override
    public Duration connectTimeout() {
        return connectTimeout;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        connectTimeout = timeout;
        return this;
    }

    @Override
    public Duration readTimeout() {
        return readTimeout;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        readTimeout = timeout;
        return this;
    }

    @Override
    public PatientHttpClient build() {
        // some local endpoints drop a connection that asks for HTTP/2 in the clear
        return new PatientHttpClient(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout).build(), readTimeout);
    }
}
