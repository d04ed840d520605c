package ptm.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

@PanelTest
class ApiDescriptionIT {
    @LocalServerPort
    int port;

    @Test
    void everyBodyIsDescribedAndEveryReferenceLeadsSomewhere() {
        JsonNode api = new Caller(port, null).get("/v3/api-docs").json();
        assertThat(api.at("/components/schemas/Task/properties/due").isObject()).isTrue();
        List<String> bare = new ArrayList<>();
        api.get("paths").forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
            JsonNode body = operation.path("requestBody").path("content").path("application/json").path("schema");
            if (path.startsWith("/api/") && operation.has("requestBody") && !body.has("$ref"))
                bare.add(method + " " + path);
            operation.path("parameters").forEach(parameter -> {
                if (parameter.get("name").asString().matches("account|person"))
                    bare.add(method + " " + path + " asks for its own account");
            });
        }));
        assertThat(bare).isEmpty();
        var names = new TreeSet<>(api.at("/components/schemas").propertyNames());
        assertThat(api.findValuesAsString("$ref")).isNotEmpty()
                .allSatisfy(reference -> assertThat(names).contains(reference.substring(
                        reference.lastIndexOf('/') + 1)));
    }
}
