package ptm.outbound;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The one client for addresses that people supply. It speaks https to public addresses and nothing else, unless the
 * operator allows more (PTM_AI_ALLOW_PRIVATE); follows no redirect, keeps no cookie, takes no proxy, and reads an answer
 * only so far.
 */
@Component
public class OutboundClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** Calls are rare: one kept open would be closed by the server by then, and its address judged long ago. */
    private static final ConnectionPool NO_CONNECTION_KEPT = new ConnectionPool(0, 1, TimeUnit.NANOSECONDS);
    private static final int LONGEST_ANSWER = 4 * 1024 * 1024;

    private final OkHttpClient client;
    private final boolean allowsPrivate;

    @Autowired
    public OutboundClient(@Value("${ptm.ai.allow-private:false}") boolean allowsPrivate) {
        this(allowsPrivate, Dns.SYSTEM);
    }

    OutboundClient(boolean allowsPrivate, Dns names) {
        this.allowsPrivate = allowsPrivate;
        OkHttpClient.Builder built = new OkHttpClient.Builder().connectTimeout(CONNECT).readTimeout(Duration.ZERO)
                .followRedirects(false).followSslRedirects(false).connectionPool(NO_CONNECTION_KEPT)
                .proxy(Proxy.NO_PROXY).dns(names);
        this.client = allowsPrivate ? built.build() : built.socketFactory(new GuardedSockets()).build();
    }

    /** What a server said. @param headers by their names in lower case */
    public record Answer(int status, Map<String, List<String>> headers, String body) {}

    /**
     * Refuses what can be seen to be wrong before anything is called.
     *
     * @throws RefusedAddress if it is no plain address of a web server, not encrypted, or a private one by its look
     */
    public void check(URI url) throws RefusedAddress {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http") || url.getHost() == null || url.getRawUserInfo() != null
                || url.getRawQuery() != null || url.getRawFragment() != null)
            throw new RefusedAddress(RefusedAddress.Reason.MALFORMED);
        if (allowsPrivate)
            return;
        if (!scheme.equals("https"))
            throw new RefusedAddress(RefusedAddress.Reason.NOT_HTTPS);
        if (isPrivateByLook(url.getHost()))
            throw new RefusedAddress(RefusedAddress.Reason.NOT_PUBLIC);
    }

    /** A number, or in brackets one that hides a number of version 4; names are looked at when they are called. */
    private static boolean isPrivateByLook(String host) {
        try {
            InetAddress literal = InetAddress.ofLiteral(host.replaceAll("^\\[|]$", ""));
            return !PublicAddresses.has(literal) || host.startsWith("[") && !(literal instanceof Inet6Address);
        } catch (IllegalArgumentException _) {
            return host.equalsIgnoreCase("localhost") || host.toLowerCase(Locale.ROOT).endsWith(".localhost");
        }
    }

    /**
     * Sends a body and reads the answer, whatever its status. An interrupt of a virtual thread hangs up.
     *
     * @throws RefusedAddress if the address may not be called
     * @throws java.io.InterruptedIOException if it takes longer than the timeout
     * @throws IOException if nothing answers, or too much
     */
    public Answer post(URI url, Map<String, List<String>> headers, String body, Duration timeout) throws IOException {
        check(url);
        Request.Builder request = new Request.Builder().url(url.toString())
                .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8)));
        headers.forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
        request.header("User-Agent", "PTM");
        Call call = client.newBuilder().callTimeout(timeout).build().newCall(request.build());
        try (Response response = call.execute(); ResponseBody content = response.body()) {
            byte[] bytes = content == null ? new byte[0] : content.byteStream().readNBytes(LONGEST_ANSWER + 1);
            if (bytes.length > LONGEST_ANSWER)
                throw new IOException("the answer is too long");
            return new Answer(response.code(), response.headers().toMultimap(),
                    new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unreadable) {
            throw new IOException("the address or a header is not usable", unreadable);
        }
    }
}
