package ptm.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A Bot API server on loopback that answers as Telegram does and writes down every rule that a bot breaks. */
public final class FakeTelegram implements AutoCloseable {
    public static final String TOKEN = "4711:TEST";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z]+)>");
    private static final Set<String> TAGS = Set.of("b", "i", "s");
    private static final Map<String, Set<String>> PARAMETERS = Map.of(
            "getupdates", Set.of("offset", "timeout", "allowed_updates"),
            "getme", Set.of(), "deletewebhook", Set.of(), "getfile", Set.of("file_id"),
            "sendmessage", Set.of("chat_id", "text", "parse_mode", "reply_markup", "reply_parameters",
                    "link_preview_options"),
            "editmessagetext", Set.of("chat_id", "message_id", "text", "parse_mode", "reply_markup",
                    "link_preview_options"),
            "deletemessage", Set.of("chat_id", "message_id"),
            "answercallbackquery", Set.of("callback_query_id", "text"),
            "setmessagereaction", Set.of("chat_id", "message_id", "reaction"),
            "setmycommands", Set.of("commands", "language_code"));

    /** What goes wrong with a call: DROP cuts the connection before it is done, LATE after. */
    enum Fault {
        FLOOD, ERROR, DROP, LATE, CONFLICT, NONSENSE
    }

    /** A message as it stands. */
    public record Shown(long id, String text, @Nullable String mode, JsonNode keyboard, @Nullable Long replyTo,
            int edits) {}

    private final HttpServer server;
    private final List<JsonNode> updates = new ArrayList<>();
    private final Map<Long, Map<Long, Shown>> chats = new HashMap<>();
    private final Map<String, Deque<Fault>> faults = new HashMap<>();
    private final Set<Long> blocked = new HashSet<>();
    private final Map<String, String> files = new HashMap<>();
    private final Map<Long, Long> migrated = new HashMap<>();
    private final Map<Long, String> reactions = new HashMap<>();
    private final Map<String, String> toasts = new LinkedHashMap<>();
    private final List<String> violations = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private long lastId = 100;

    public FakeTelegram() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/file/bot" + TOKEN + "/", this::serveFile);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/bot" + TOKEN + "/", this::serve);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    TelegramProperties properties() {
        return new TelegramProperties(TOKEN, URI.create(url()));
    }

    // --- what people do

    public synchronized long says(long chat, String text) {
        var id = ++lastId;
        push(TestUpdates.update("message", TestUpdates.message(id, chat).put("text", text)));
        return id;
    }

    /** Passes on what somebody wrote who hides their account. */
    public synchronized long forwards(long chat, String from, String text) {
        var id = ++lastId;
        var message = TestUpdates.message(id, chat).put("text", text);
        message.putObject("forward_origin").put("type", "hidden_user").put("date", 1)
                .put("sender_user_name", from);
        push(TestUpdates.update("message", message));
        return id;
    }

    /** Says something aloud. @param from who said it first, of what is passed on only */
    public synchronized long speaks(long chat, int seconds, String sound, @Nullable String from) {
        var id = ++lastId;
        var message = TestUpdates.message(id, chat);
        message.putObject("voice").put("file_id", "F" + id).put("file_unique_id", "U" + id).put("duration", seconds)
                .put("mime_type", "audio/ogg").put("file_size", sound.length());
        if (from != null)
            message.putObject("forward_origin").put("type", "hidden_user").put("date", 1).put("sender_user_name",
                    from);
        files.put("F" + id, sound);
        push(TestUpdates.update("message", message));
        return id;
    }

    public synchronized String presses(long chat, long message, String data) {
        var callback = "query" + ++lastId;
        var query = JSON.createObjectNode().put("id", callback).put("data", data);
        query.set("from", TestUpdates.person(chat));
        query.set("message", TestUpdates.message(message, chat));
        push(TestUpdates.update("callback_query", query));
        return callback;
    }

    public synchronized void push(JsonNode update) {
        updates.add(update);
        notifyAll();
    }

    synchronized void blocks(long chat) {
        blocked.add(chat);
    }

    synchronized void migrates(long chat, long to) {
        migrated.put(chat, to);
    }

    synchronized void fault(String method, Fault... next) {
        faults.computeIfAbsent(method.toLowerCase(Locale.ROOT), _ -> new ArrayDeque<>()).addAll(List.of(next));
    }

    // --- what can be seen

    public synchronized List<Shown> chat(long chat) {
        return List.copyOf(chats.getOrDefault(chat, Map.of()).values());
    }

    public synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    public synchronized Map<String, String> toasts() {
        return Map.copyOf(toasts);
    }

    synchronized Map<Long, String> reactions() {
        return Map.copyOf(reactions);
    }

    public synchronized long calls(String method) {
        return calls.stream().filter(method.toLowerCase(Locale.ROOT)::equals).count();
    }

    synchronized int unconfirmed() {
        return updates.size();
    }

    /** Waits until something that a call or a person changes here holds. */
    public synchronized void await(BooleanSupplier condition) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        try {
            while (!condition.getAsBoolean()) {
                var left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0)
                    throw new AssertionError("it did not happen; chats: " + chats + ", calls: " + calls);
                wait(Math.min(left, 100));
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    // --- the server

    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int code;
        private final transient ObjectNode parameters = JSON.createObjectNode();

        Refusal(int code, String description) {
            super(description);
            this.code = code;
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var method = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        var body = exchange.getRequestBody().readAllBytes();
        var fault = begin(method);
        if (fault == Fault.DROP) {
            exchange.close();
            return;
        }
        if (fault == Fault.NONSENSE) {
            answer(exchange, 502, "<html>Bad Gateway</html>");
            return;
        }
        var answer = JSON.createObjectNode();
        var code = 200;
        try {
            answer.put("ok", true).set("result", refuseOrCall(fault, method,
                    body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body)));
        } catch (Refusal refusal) {
            code = refusal.code;
            answer.removeAll();
            answer.put("ok", false).put("error_code", code).put("description", refusal.getMessage())
                    .set("parameters", refusal.parameters);
        }
        if (fault == Fault.LATE)
            exchange.close();
        else
            answer(exchange, code, answer.toString());
    }

    private void serveFile(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var id = path.substring(path.lastIndexOf('/') + 1).replace(".oga", "");
        String sound;
        synchronized (this) {
            calls.add("file");
            sound = files.get(id);
        }
        answer(exchange, sound == null ? 404 : 200, sound == null ? "" : sound);
    }

    private static void answer(HttpExchange exchange, int code, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized @Nullable Fault begin(String method) {
        calls.add(method);
        notifyAll();
        var waiting = faults.get(method);
        return waiting == null ? null : waiting.poll();
    }

    private JsonNode refuseOrCall(@Nullable Fault fault, String method, JsonNode p) {
        if (fault == Fault.ERROR)
            throw new Refusal(500, "Internal Server Error");
        if (fault == Fault.CONFLICT)
            throw new Refusal(409, "Conflict: terminated by other getUpdates request");
        if (fault == Fault.FLOOD) {
            var refusal = new Refusal(429, "Too Many Requests: retry after 1");
            refusal.parameters.put("retry_after", 1);
            throw refusal;
        }
        synchronized (this) {
            var result = call(method, p);
            notifyAll();
            return result;
        }
    }

    private JsonNode call(String method, JsonNode p) {
        var known = PARAMETERS.get(method);
        if (known == null) {
            violations.add("no such method: " + method);
            throw new Refusal(404, "Not Found");
        }
        p.propertyNames().stream().filter(name -> !name.equals("method") && !known.contains(name))
                .forEach(name -> violations.add(method + ": no such parameter: " + name));
        return switch (method) {
            case "getupdates" -> getUpdates(p);
            case "getme" -> JSON.createObjectNode().put("id", 4711).put("is_bot", true).put("first_name", "PTM")
                    .put("username", "ptm_bot");
            case "sendmessage" -> send(p);
            case "getfile" -> {
                var id = p.path("file_id").asString("");
                if (!files.containsKey(id))
                    throw new Refusal(400, "Bad Request: invalid file_id");
                yield JSON.createObjectNode().put("file_id", id).put("file_unique_id", "U")
                        .put("file_path", "voice/" + id + ".oga");
            }
            case "editmessagetext" -> edit(p);
            case "deletemessage" -> JSON.getNodeFactory().booleanNode(
                    chatOf(p).remove(p.path("message_id").asLong()) != null);
            case "answercallbackquery" -> {
                if (toasts.put(p.path("callback_query_id").asString(), p.path("text").asString("")) != null)
                    violations.add("answered twice: " + p);
                yield JSON.getNodeFactory().booleanNode(true);
            }
            case "setmessagereaction" -> {
                reactions.put(p.path("message_id").asLong(), p.path("reaction").path(0).path("emoji").asString());
                yield JSON.getNodeFactory().booleanNode(true);
            }
            default -> JSON.getNodeFactory().booleanNode(true);
        };
    }

    private JsonNode getUpdates(JsonNode p) {
        var offset = p.path("offset").asLong();
        updates.removeIf(update -> update.path("update_id").asLong() < offset);
        notifyAll();
        try {
            if (updates.isEmpty() && p.path("timeout").asLong() > 0)
                wait(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return JSON.createArrayNode().addAll(updates);
    }

    private JsonNode send(JsonNode p) {
        var text = checked(p);
        var id = ++lastId;
        var replyTo = p.path("reply_parameters").path("message_id");
        chatOf(p).put(id, new Shown(id, text, p.path("parse_mode").asString(null), keyboard(p),
                replyTo.isMissingNode() ? null : replyTo.asLong(), 0));
        return sent(id, p);
    }

    private JsonNode edit(JsonNode p) {
        var id = p.path("message_id").asLong();
        var before = chatOf(p).get(id);
        if (before == null)
            throw new Refusal(400, "Bad Request: message to edit not found");
        var text = checked(p);
        if (before.text.equals(text) && before.keyboard.equals(keyboard(p)))
            throw new Refusal(400, "Bad Request: message is not modified: the new content is the same");
        chatOf(p).put(id, new Shown(id, text, p.path("parse_mode").asString(null), keyboard(p), before.replyTo,
                before.edits + 1));
        return sent(id, p);
    }

    private Map<Long, Shown> chatOf(JsonNode p) {
        var chat = Long.valueOf(p.path("chat_id").asString());
        var to = migrated.get(chat);
        if (to != null) {
            var refusal = new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat");
            refusal.parameters.put("migrate_to_chat_id", to);
            throw refusal;
        }
        if (blocked.contains(chat))
            throw new Refusal(403, "Forbidden: bot was blocked by the user");
        return chats.computeIfAbsent(chat, _ -> new LinkedHashMap<>());
    }

    private static JsonNode sent(long id, JsonNode p) {
        return TestUpdates.message(id, Long.parseLong(p.path("chat_id").asString()));
    }

    private static JsonNode keyboard(JsonNode p) {
        return p.path("reply_markup").path("inline_keyboard");
    }

    /** The text as shown, after the rules. */
    private String checked(JsonNode p) {
        for (var row : keyboard(p)) {
            row.forEach(this::checkButton);
        }
        var shown = "HTML".equals(p.path("parse_mode").asString(null))
                ? withoutTags(p.path("text").asString())
                : p.path("text").asString();
        if (shown.isBlank() || shown.length() > 4096) {
            violations.add("text of " + shown.length() + " units");
            throw new Refusal(400, "Bad Request: message is empty or too long");
        }
        return shown;
    }

    private void checkButton(JsonNode button) {
        var data = button.path("callback_data");
        var url = button.path("url").asString(null);
        if (data.isMissingNode() == (url == null) || button.path("text").asString("").isBlank()
                || url != null && !url.startsWith("https://")
                || !data.isMissingNode() && data.asString().getBytes(StandardCharsets.UTF_8).length > 64)
            violations.add("button: " + button);
    }

    private static String withoutTags(String html) {
        var open = new ArrayDeque<String>();
        var text = TAG.matcher(html).replaceAll(tag -> {
            if (tag.group(1).isEmpty())
                open.push(tag.group(2));
            else if (!tag.group(2).equals(open.poll()))
                throw new Refusal(400, "Bad Request: can't parse entities: Unexpected end tag");
            if (!TAGS.contains(tag.group(2)))
                throw new Refusal(400, "Bad Request: can't parse entities: Unsupported start tag");
            return "";
        });
        if (!open.isEmpty() || text.contains("<") || text.replaceAll("&(lt|gt|amp|quot);", "").contains("&"))
            throw new Refusal(400, "Bad Request: can't parse entities");
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
