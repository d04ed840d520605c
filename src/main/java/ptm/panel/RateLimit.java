package ptm.panel;

import java.io.IOException;
import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits how often one person, or one address that nobody has signed in from, may ask. */
final class RateLimit extends OncePerRequestFilter {
    private static final int PERSON_BURST = 3_000;
    private static final int PERSON_A_SECOND = 200;
    private static final int ADDRESS_A_MINUTE = 300;
    private static final int BUCKETS = 100_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder().maximumSize(BUCKETS)
            .expireAfterAccess(Duration.ofMinutes(10)).build();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (allows(request, response))
            chain.doFilter(request, response);
    }

    /** Counts a request; one too many is answered here. */
    boolean allows(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ConsumptionProbe probe = bucket(request).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed())
            return true;
        long seconds = Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        ProblemWriter.write(response, HttpStatus.TOO_MANY_REQUESTS,
                "Too many requests; try again in " + seconds + " s.");
        return false;
    }

    private Bucket bucket(HttpServletRequest request) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof Person person)
            return buckets.get("person " + person.getName(), key -> Bucket.builder().addLimit(limit -> limit
                    .capacity(PERSON_BURST).refillGreedy(PERSON_A_SECOND, Duration.ofSeconds(1))).build());
        return buckets.get("address " + request.getRemoteAddr(), key -> Bucket.builder().addLimit(limit -> limit
                .capacity(ADDRESS_A_MINUTE).refillGreedy(ADDRESS_A_MINUTE, Duration.ofMinutes(1))).build());
    }
}
