package ptm.panel;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too large, also those that do not say how large they are, and those of no definite type. */
final class BodyLimit extends OncePerRequestFilter {
    static final int MAX_BYTES = 1024 * 1024;
    static final int MAX_IMPORT_BYTES = 50 * 1024 * 1024;
    static final String IMPORT = "/api/import";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int limit = request.getRequestURI().equals(IMPORT) ? MAX_IMPORT_BYTES : MAX_BYTES;
        String type = request.getContentType();
        if (request.getContentLengthLong() > limit)
            ProblemWriter.write(response, HttpStatus.CONTENT_TOO_LARGE, new TooLarge(limit).getMessage());
        else if (type != null && type.contains("*"))
            ProblemWriter.write(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "The Content-Type of the body is expected, such as application/json.");
        else
            chain.doFilter(new Counted(request, limit), response);
    }

    /** A body has more bytes than it may. */
    static final class TooLarge extends RuntimeException {
        TooLarge(int limit) {
            super("The body may have up to " + limit / MAX_BYTES + " MB.");
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    private static final class Counted extends HttpServletRequestWrapper {
        private final int limit;

        Counted(HttpServletRequest request, int limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), limit);
        }
    }

    private static final class CountedStream extends ServletInputStream {
        private final ServletInputStream in;
        private final int limit;
        private long read;

        CountedStream(ServletInputStream in, int limit) {
            this.in = in;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int got = in.read(into, from, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > limit)
                throw new TooLarge(limit);
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
