package ptm.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with the panel open: says things, presses buttons, and hears over the WebSocket what becomes of them. */
final class Person implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int DEADLINE_SECONDS = 30;

    private final int port;
    private final String token;
    private final List<JsonNode> heard = new ArrayList<>();
    private final WebSocket socket;

    Person(int port, String token) {
        this.port = port;
        this.token = token;
        var ticket = call("POST", "/api/ws-ticket", null).get("ticket").asString();
        socket = HTTP.newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:" + port + "/ws?ticket=" + ticket), new Ear()).join();
    }

    void says(String words) {
        call("POST", "/api/chat", Map.of("text", words));
    }

    /** Presses the first button of a message whose label holds these words. */
    void presses(JsonNode message, String label) {
        var button = StreamSupport.stream(message.get("buttons").spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .filter(one -> one.get("label").asString().contains(label)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + label + " in " + message));
        call("POST", "/api/chat/press", Map.of("button", button.get("button").asString()));
    }

    JsonNode get(String path) {
        return call("GET", path, null);
    }

    /** The only task there is. */
    JsonNode task() {
        var list = get("/api/tasks").get("tasks");
        if (list.size() != 1)
            throw new AssertionError("not one task but " + list);
        return list.get(0);
    }

    /** @param version of the task, for what needs one */
    JsonNode patches(JsonNode task, Map<String, ?> patch) {
        return call("PATCH", "/api/tasks/" + task.get("id"), patch, "If-Match", "\"" + task.get("version") + "\"");
    }

    JsonNode puts(String path, Object body) {
        return call("PUT", path, body);
    }

    /** The bundle of everything, as it is written. */
    String export() {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/export"))
                .header("Authorization", "Bearer " + token).build();
        try {
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void deletes(String path) {
        call("DELETE", path, null);
    }

    private JsonNode call(String method, String path, @Nullable Object body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .header("Content-Type", "application/json").header("Authorization", "Bearer " + token);
        if (headers.length > 0)
            request.headers(headers);
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300)
                throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for a message that reads so, said already or still to come, and returns it as it was then. */
    JsonNode hears(Predicate<String> text) {
        return await(event -> event.path("type").asString("").equals("chat.message")
                && event.at("/entry/from").asString("").equals("ptm") && text.test(text(event.get("entry"))))
                .get("entry");
    }

    /** Waits for the text of a message that was just pressed. */
    String toast() {
        return await("chat.toast").get("text").asString();
    }

    /** Waits for an event of this type. */
    JsonNode await(String type) {
        return await(event -> event.path("type").asString("").equals(type));
    }

    private synchronized JsonNode await(Predicate<JsonNode> wanted) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (true) {
            var found = heard.stream().filter(wanted).findFirst();
            if (found.isPresent())
                return found.get();
            var left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0)
                throw new AssertionError("it was not heard; heard: " + heard);
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** What the chat says, each message as it stands now. */
    List<String> chat() {
        return StreamSupport.stream(get("/api/chat").get("entries").spliterator(), false)
                .filter(entry -> entry.get("from").asString().equals("ptm")).map(Person::text).toList();
    }

    static String text(JsonNode entry) {
        return StreamSupport.stream(entry.get("lines").spliterator(), false)
                .map(line -> StreamSupport.stream(line.spliterator(), false).map(span -> span.get("text").asString())
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                synchronized (Person.this) {
                    heard.add(JSON.readTree(part.toString()));
                    Person.this.notifyAll();
                }
                part.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }
    }
}
