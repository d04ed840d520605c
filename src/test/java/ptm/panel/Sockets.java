package ptm.panel;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Opens WebSockets and collects what comes over them. */
final class Sockets {
    private Sockets() {}

    /** @throws java.util.concurrent.CompletionException if it is not let in */
    static void open(int port, String ticket, BlockingQueue<String> heard, String... headers) {
        var socket = HttpClient.newHttpClient().newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2)
            socket.header(headers[i], headers[i + 1]);
        socket.buildAsync(URI.create("ws://localhost:" + port + "/ws?ticket=" + ticket), new Ear(heard)).join();
    }

    private record Ear(BlockingQueue<String> heard, StringBuilder part) implements WebSocket.Listener {
        Ear(BlockingQueue<String> heard) {
            this(heard, new StringBuilder());
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                heard.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            heard.add("closed " + status);
            return CompletableFuture.completedStage(null);
        }
    }
}
