package ptm.panel;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

import ptm.account.AccountService;
import ptm.account.Sessions;

/** The WebSocket at {@code /ws}: opened with a ticket from the panel's own page, closed when its session ends. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketDoor implements WebSocketConfigurer {
    private static final String HOLDER = "holder";
    private static final String SOCKET = "socket";

    private final SocketTickets tickets;
    private final LiveUpdates live;
    private final Sessions sessions;
    private final AccountService accounts;
    private final PanelProperties properties;

    SocketDoor(SocketTickets tickets, LiveUpdates live, Sessions sessions, AccountService accounts,
            PanelProperties properties) {
        this.tickets = tickets;
        this.live = live;
        this.sessions = sessions;
        this.accounts = accounts;
        this.properties = properties;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(new Handler(), "/ws").addInterceptors(new TicketCheck()).setAllowedOriginPatterns("*");
    }

    private boolean isSignedIn(SocketTickets.Holder holder) {
        return holder.session() == null
                ? accounts.find(holder.account()).filter(account -> account.role().isLetIn()).isPresent()
                : sessions.find(holder.account(), holder.session()).isPresent();
    }

    /** Lets in whoever brings a ticket that is good, from no other site than ours. */
    private final class TicketCheck implements HandshakeInterceptor {
        @Override
        public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
                Map<String, Object> attributes) {
            HttpHeaders headers = request.getHeaders();
            if (!OriginCheck.isOwn(headers.getOrigin(), headers.getFirst(HttpHeaders.HOST), properties.publicUrl())) {
                response.setStatusCode(HttpStatus.FORBIDDEN);
                return false;
            }
            String ticket = UriComponentsBuilder.fromUri(request.getURI()).build().getQueryParams().getFirst("ticket");
            Optional<SocketTickets.Holder> holder = ticket == null
                    ? Optional.empty()
                    : tickets.redeem(ticket).filter(SocketDoor.this::isSignedIn);
            if (holder.isEmpty()) {
                response.setStatusCode(HttpStatus.UNAUTHORIZED);
                return false;
            }
            attributes.put(HOLDER, holder.get());
            return true;
        }

        @Override
        public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
                @Nullable Exception exception) {}
    }

    /** Only sends; what a browser says goes over HTTP. */
    private final class Handler extends TextWebSocketHandler {
        @Override
        public void afterConnectionEstablished(WebSocketSession session) {
            var holder = (SocketTickets.Holder) session.getAttributes().get(HOLDER);
            if (holder == null)
                throw new IllegalStateException("a socket was opened past the ticket check");
            var socket = new OpenSocket(session, holder, () -> isSignedIn(holder));
            session.getAttributes().put(SOCKET, socket);
            live.add(socket);
            socket.start();
        }

        @Override
        public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
            if (session.getAttributes().get(SOCKET) instanceof OpenSocket socket)
                live.remove(socket);
        }
    }
}
