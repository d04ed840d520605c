package ptm.understanding.llm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import dev.langchain4j.http.client.FormDataFile;
import dev.langchain4j.http.client.HttpRequest;

/**
 * A request's fields and files as one body (RFC 7578). The boundary is another each time: a recording that somebody sent
 * could hold one that is known, and with it fields of its own.
 */
final class FormData {
    private final String boundary = "ptm-" + UUID.randomUUID();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    FormData(HttpRequest request) {
        request.formDataFields().forEach((name, value) -> part("name=\"" + name + "\"", "",
                value.getBytes(StandardCharsets.UTF_8)));
        request.formDataFiles().forEach((name, file) -> part("name=\"" + name + "\"; filename=\"" + file.fileName()
                + "\"", "Content-Type: " + type(file) + "\r\n", file.content()));
        write("--" + boundary + "--\r\n");
    }

    private static String type(FormDataFile file) {
        return file.contentType() == null ? "application/octet-stream" : file.contentType();
    }

    private void part(String name, String type, byte[] content) {
        write("--" + boundary + "\r\nContent-Disposition: form-data; " + name + "\r\n" + type + "\r\n");
        body.writeBytes(content);
        write("\r\n");
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    byte[] bytes() {
        return body.toByteArray();
    }
}
