package ptm.panel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A script that calls the panel with a token, or with none. */
record Caller(int port, @Nullable String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    record Answer(int status, HttpResponse<String> response) {
        JsonNode json() {
            return response.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        List<String> cookies() {
            return response.headers().allValues("Set-Cookie");
        }

        String pointer() {
            return json().path("pointer").asString("none");
        }
    }

    Answer get(String path) {
        return call("GET", path, BodyPublishers.noBody());
    }

    Answer post(String path, String body, String... headers) {
        return call("POST", path, body, headers);
    }

    Answer patch(String path, String body, String ifMatch) {
        return call("PATCH", path, body, "If-Match", ifMatch);
    }

    Answer call(String method, String path, @Nullable String body, String... headers) {
        return call(method, path, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body), headers);
    }

    Answer call(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).method(method, body)
                .header("Content-Type", path.equals("/api/import") ? "application/x-ndjson" : "application/json");
        if (token != null)
            request.header("Authorization", "Bearer " + token);
        for (int i = 0; i < headers.length; i += 2)
            request.setHeader(headers[i], headers[i + 1]);
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
