package ptm.telegram;

import java.io.IOException;
import java.io.Serializable;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Telegram's Bot API: every call of this module passes here and ends in a value or in a {@link Trouble}. */
class BotApi implements AutoCloseable {
    private static final int POLL_SECONDS = 50;
    private static final int CALLS_AT_ONCE = 256;
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final OkHttpClient calls;
    private final OkHttpClient polls;
    private final OkHttpTelegramClient caller;
    private final OkHttpTelegramClient poller;
    /** Where files are had; its path holds the token and is in no message. */
    private final HttpUrl files;

    BotApi(TelegramProperties properties) {
        var server = properties.server();
        var url = TelegramUrl.builder().schema(server.getScheme()).host(server.getHost()).port(port(server)).build();
        // a long wait: a call given up early is one whose fate is unknown, and its message may arrive twice
        this.calls = client(Duration.ofSeconds(60));
        this.polls = client(Duration.ofSeconds(POLL_SECONDS + 20L));
        this.files = new HttpUrl.Builder().scheme(server.getScheme()).host(server.getHost()).port(port(server))
                .addPathSegments("file/bot" + properties.token()).build();
        this.caller = new OkHttpTelegramClient(calls, properties.token(), url);
        this.poller = new OkHttpTelegramClient(polls, properties.token(), url);
    }

    private static int port(URI server) {
        if (server.getPort() > 0)
            return server.getPort();
        return "http".equals(server.getScheme()) ? 80 : 443;
    }

    private static OkHttpClient client(Duration patience) {
        // okhttp's own limit, five calls a host at once, would make all chats wait for five slow answers
        var dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(CALLS_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(CALLS_AT_ONCE);
        return new OkHttpClient.Builder().dispatcher(dispatcher).connectTimeout(Duration.ofSeconds(10))
                .readTimeout(patience).writeTimeout(Duration.ofSeconds(30))
                .retryOnConnectionFailure(false) // whether to repeat a call is decided here, by its kind
                .build();
    }

    /** Waits for updates from this one on; those before it are confirmed. */
    List<String> updates(long offset) throws Trouble {
        return execute(poller, new GetRawUpdates(offset, POLL_SECONDS));
    }

    /** Ends a wait for updates at once. */
    void stopPolling() {
        polls.dispatcher().cancelAll();
    }

    <T extends Serializable> T call(BotApiMethod<T> method) throws Trouble {
        return execute(caller, method);
    }

    /** Calls until it ends well, so many times at most, as long as the trouble is one that a repetition may mend. */
    <T extends Serializable> T insist(BotApiMethod<T> method, int tries, Predicate<Trouble> again) throws Trouble {
        for (var n = 1;; n++) {
            try {
                return call(method);
            } catch (Trouble trouble) {
                if (n == tries || trouble.isFinal() || trouble.isUnreachable() || !again.test(trouble))
                    throw trouble;
                var pause = trouble.isFlood() ? trouble.retryAfter() : PAUSE.multipliedBy(n);
                LockSupport.parkNanos(pause.toNanos());
            }
        }
    }

    /**
     * A file that somebody sent, by its id.
     *
     * @param most bytes that are read
     * @throws IOException if it cannot be had, or is longer
     */
    byte[] file(String id, int most) throws Trouble, IOException {
        var path = insist(new GetFile(id), TRIES, Trouble::isUnknownFate).getFilePath();
        if (path == null)
            throw new IOException("there is no such file");
        // the library would ask Telegram's own server, whichever is set
        var url = files.newBuilder().addPathSegments(path).build();
        try (var response = calls.newCall(new Request.Builder().url(url).build()).execute();
                var body = response.body()) {
            if (!response.isSuccessful() || body == null)
                throw new IOException("the file was refused: " + response.code());
            var bytes = body.byteStream().readNBytes(most + 1);
            if (bytes.length > most)
                throw new IOException("the file is longer than " + most + " bytes");
            return bytes;
        }
    }

    private static <T extends Serializable> T execute(OkHttpTelegramClient client, BotApiMethod<T> method)
            throws Trouble {
        try {
            return client.execute(method);
        } catch (TelegramApiException failure) {
            throw trouble(failure);
        }
    }

    private static Trouble trouble(TelegramApiException failure) {
        if (failure instanceof TelegramApiRequestException refusal && refusal.getErrorCode() != null) {
            var parameters = refusal.getParameters();
            var description = refusal.getApiResponse() == null ? "" : refusal.getApiResponse();
            return new Trouble(refusal.getErrorCode(), description,
                    parameters == null || parameters.getRetryAfter() == null ? 0 : parameters.getRetryAfter(),
                    parameters == null ? null : parameters.getMigrateToChatId());
        }
        var neverLeft = Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof ConnectException || cause instanceof UnknownHostException);
        return neverLeft ? Trouble.notSent() : Trouble.unknownFate();
    }

    @Override
    public void close() throws IOException {
        for (var client : List.of(calls, polls)) {
            client.dispatcher().cancelAll();
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }
}
