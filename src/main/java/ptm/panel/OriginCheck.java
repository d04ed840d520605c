package ptm.panel;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what a page of another site sends: a browser names the site, a script does not. */
final class OriginCheck extends OncePerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final @Nullable String publicUrl;

    OriginCheck(@Nullable String publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SAFE.contains(request.getMethod()) || isOwn(request.getHeader(HttpHeaders.ORIGIN),
                request.getHeader(HttpHeaders.HOST), publicUrl))
            chain.doFilter(request, response);
        else
            ProblemWriter.write(response, HttpStatus.FORBIDDEN, "This request comes from another site.");
    }

    /** Whether a request with this Origin is the panel's own, or no browser's at all. */
    static boolean isOwn(@Nullable String origin, @Nullable String host, @Nullable String publicUrl) {
        if (origin == null || origin.equals(publicUrl))
            return true;
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
