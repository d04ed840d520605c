package ptm.panel;

import jakarta.servlet.DispatcherType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may call what. No cookie opens anything but {@code /api/session}: everything else wants a bearer token. */
@Configuration(proxyBeanMethods = false)
class PanelSecurity {
    private static final String BEARER = "Bearer ";
    private static final String SESSION = "/api/session";

    @Bean
    SecurityFilterChain panel(HttpSecurity http, BearerSignIn signIn, PanelProperties properties) {
        var limit = new RateLimit();
        return http.csrf(AbstractHttpConfigurer::disable).requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(PanelSecurity::headers).authorizeHttpRequests(PanelSecurity::rights)
                .oauth2ResourceServer(server -> server.bearerTokenResolver(bearer())
                        .authenticationManagerResolver(request -> signIn)
                        .authenticationEntryPoint(limited(limit, unknownPerson())))
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(unknownPerson())
                        .accessDeniedHandler(notAllowed()))
                .addFilterBefore(new OriginCheck(properties.publicUrl()), BearerTokenAuthenticationFilter.class)
                .addFilterBefore(new BodyLimit(), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(limit, BearerTokenAuthenticationFilter.class).build();
    }

    private static void rights(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry request) {
        request.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll()
                .requestMatchers(SESSION, SESSION + "/**").permitAll()
                .requestMatchers("/api/people", "/api/people/**").hasRole("OWNER")
                .requestMatchers("/api/**").authenticated()
                .requestMatchers("/actuator/health", "/actuator/health/**", "/actuator/info").permitAll()
                .requestMatchers("/actuator/**").hasRole("OWNER")
                .anyRequest().permitAll();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(ContentPolicy.header()))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
    }

    private static BearerTokenResolver bearer() {
        return request -> {
            String header = request.getHeader(HttpHeaders.AUTHORIZATION);
            if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    || request.getServletPath().startsWith(SESSION))
                return null;
            String token = header.substring(BEARER.length()).strip();
            return token.isEmpty() ? null : token;
        };
    }

    /** A token that nobody has is answered before the filter that counts is reached. */
    private static AuthenticationEntryPoint limited(RateLimit limit, AuthenticationEntryPoint refusal) {
        return (request, response, exception) -> {
            if (limit.allows(request, response))
                refusal.commence(request, response, exception);
        };
    }

    private static AuthenticationEntryPoint unknownPerson() {
        return (request, response, exception) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            ProblemWriter.write(response, HttpStatus.UNAUTHORIZED,
                    "Sign in: the token is missing, unknown or expired.");
        };
    }

    private static AccessDeniedHandler notAllowed() {
        return (request, response, exception) -> ProblemWriter.write(response, HttpStatus.FORBIDDEN,
                "Only the owner may do this.");
    }

    /** Addresses with forbidden characters never reach a controller. */
    @Bean
    RequestRejectedHandler rejected() {
        return (request, response, exception) -> ProblemWriter.write(response, HttpStatus.BAD_REQUEST,
                "The address of this request has characters that are not allowed.");
    }
}
