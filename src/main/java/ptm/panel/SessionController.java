package ptm.panel;

import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ptm.account.Account;
import ptm.account.Linking;
import ptm.account.Redeemed;
import ptm.account.Session;
import ptm.account.Sessions;
import tools.jackson.databind.JsonNode;

/** Signing in to the panel and out: a code for a session, a cookie for the next access token. */
@RestController
@RequestMapping("/api/session")
class SessionController {
    private static final String COOKIE = "ptm_refresh";

    private final Linking linking;
    private final Sessions sessions;
    private final AccessJwts jwts;
    private final PanelProperties properties;

    SessionController(Linking linking, Sessions sessions, AccessJwts jwts, PanelProperties properties) {
        this.linking = linking;
        this.sessions = sessions;
        this.jwts = jwts;
        this.properties = properties;
    }

    @PostMapping("/claim")
    ResponseEntity<Map<String, Object>> claim(@RequestBody JsonNode json,
            @CookieValue(name = COOKIE, required = false) @Nullable String cookie,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            HttpServletRequest request) {
        Body body = Body.of(json).only("code");
        Optional<Account> current = cookie == null ? Optional.empty() : sessions.peek(cookie);
        Redeemed redeemed = linking.redeemInPanel(body.text("code", 100).strip(),
                current.map(Account::id).orElse(null), language);
        Account account = switch (redeemed) {
            case Redeemed.Owner(Account owner) -> owner;
            case Redeemed.Linked(Account linked) -> linked;
            case Redeemed.TwoFullAccounts _ ->
                    throw body.refused("code", "Both accounts have tasks; they cannot be joined.");
            case Redeemed.Unknown _ -> throw body.refused("code", "This code is good no more; ask for a new one.");
        };
        if (cookie != null)
            sessions.end(cookie);
        return answer(sessions.open(account.id()), request);
    }

    @PostMapping("/refresh")
    ResponseEntity<Map<String, Object>> refresh(
            @CookieValue(name = COOKIE, required = false) @Nullable String cookie, HttpServletRequest request) {
        Optional<Session> session = cookie == null ? Optional.empty() : sessions.refresh(cookie);
        return session.map(next -> answer(next, request)).orElseGet(() -> ResponseEntity
                .status(HttpStatus.UNAUTHORIZED).header(HttpHeaders.SET_COOKIE, cookie("", 0, request))
                .body(Map.of("title", "Unauthorized", "status", HttpStatus.UNAUTHORIZED.value(), "detail",
                        "The session has ended; sign in again.")));
    }

    @DeleteMapping
    ResponseEntity<Void> end(@CookieValue(name = COOKIE, required = false) @Nullable String cookie,
            HttpServletRequest request) {
        if (cookie != null)
            sessions.end(cookie);
        return ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, cookie("", 0, request)).build();
    }

    private ResponseEntity<Map<String, Object>> answer(Session session, HttpServletRequest request) {
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE,
                        cookie(session.refreshToken(), Sessions.LIFETIME.toSeconds(), request))
                .body(Map.of("accessToken", jwts.issue(session), "expiresIn", AccessJwts.LIFETIME.toSeconds()));
    }

    private String cookie(String value, long seconds, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value).httpOnly(true).secure(request.isSecure() || properties.isSecure())
                .sameSite("Strict")
                .path("/api/session").maxAge(seconds).build().toString();
    }
}
