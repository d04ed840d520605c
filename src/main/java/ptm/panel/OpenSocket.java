package ptm.panel;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/** One open WebSocket: what is to be sent waits in its own queue, so that a slow browser holds up nobody. */
final class OpenSocket {
    private static final int MOST_WAITING = 1_000;
    private static final long PING_EVERY_SECONDS = 25;
    static final CloseStatus SIGNED_OUT = new CloseStatus(4401, "signed out");

    private final WebSocketSession session;
    private final SocketTickets.Holder holder;
    private final BooleanSupplier stillSignedIn;
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

    OpenSocket(WebSocketSession session, SocketTickets.Holder holder, BooleanSupplier stillSignedIn) {
        this.session = session;
        this.holder = holder;
        this.stillSignedIn = stillSignedIn;
    }

    SocketTickets.Holder holder() {
        return holder;
    }

    void start() {
        Thread.ofVirtual().name("socket " + session.getId()).start(this::work);
    }

    /** Queues a message; a browser that is too far behind is cut off and comes back for the whole. */
    void send(String json) {
        if (!waiting.offer(json))
            close(CloseStatus.SESSION_NOT_RELIABLE);
    }

    void close(CloseStatus why) {
        try {
            session.close(why);
        } catch (IOException _) {
            // it is gone either way
        }
    }

    private void work() {
        try {
            while (session.isOpen()) {
                String next = waiting.poll(PING_EVERY_SECONDS, TimeUnit.SECONDS);
                if (next != null)
                    session.sendMessage(new TextMessage(next));
                else if (stillSignedIn.getAsBoolean())
                    session.sendMessage(new PingMessage());
                else
                    close(SIGNED_OUT);
            }
        } catch (IOException | IllegalStateException _) {
            close(CloseStatus.SESSION_NOT_RELIABLE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
