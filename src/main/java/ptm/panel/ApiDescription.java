package ptm.panel;

import java.io.IOException;
import java.io.InputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

import ptm.account.Account;

/** Describes the API at {@code /v3/api-docs}: the routes from the controllers, their bodies from openapi/schemas.json. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String BEARER = "bearer";
    private static final String JSON = "application/json";
    private static final String REFERENCE = "#/components/schemas/";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Account.class, Person.class);
    }

    /** Reads the file anew for each description: it is asked for rarely. */
    @Bean
    OpenApiCustomizer bodies() {
        return api -> {
            JsonNode described = read();
            api.info(new Info().title("PTM").version("1").description(
                    "Every error is a problem (RFC 9457): its detail says what to do, its pointer names the field."));
            api.getComponents().addSecuritySchemes(BEARER,
                    new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(BEARER));
            api.addSecurityItem(new SecurityRequirement().addList(BEARER));
            ObjectMapper mapper = Json31.mapper();
            api.getComponents().setSchemas(null);
            described.get("schemas").properties().forEach(schema -> api.getComponents().addSchemas(schema.getKey(),
                    mapper.convertValue(schema.getValue(), JsonSchema.class)));
            described.get("routes").properties().forEach(route -> describe(api, route.getKey(), route.getValue()));
        };
    }

    private static JsonNode read() {
        try (InputStream file = new ClassPathResource("openapi/schemas.json").getInputStream()) {
            return Json31.mapper().readTree(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void describe(OpenAPI api, String route, JsonNode bodies) {
        String[] parts = route.split(" ", 2);
        var path = api.getPaths().get(parts[1]);
        Operation operation = path == null
                ? null
                : path.readOperationsMap().get(io.swagger.v3.oas.models.PathItem.HttpMethod.valueOf(parts[0]));
        if (operation == null)
            throw new IllegalStateException("openapi/schemas.json names a route that is not there: " + route);
        if (bodies.has("takes"))
            operation.requestBody(new RequestBody().content(content(JSON, bodies.get("takes").asText())));
        if (bodies.has("gives"))
            operation.getResponses().values().stream().findFirst()
                    .ifPresent(response -> response.content(content(JSON, bodies.get("gives").asText())));
        operation.getResponses().addApiResponse("default", new ApiResponse().description("what went wrong")
                .content(content("application/problem+json", "Problem")));
    }

    /** @param name of a schema; in brackets, of a list of it */
    private static Content content(String type, String name) {
        Schema<?> schema = name.startsWith("[")
                ? new ArraySchema().items(new Schema<>().$ref(REFERENCE + name.substring(1, name.length() - 1)))
                : new Schema<>().$ref(REFERENCE + name);
        return new Content().addMediaType(type, new MediaType().schema(schema));
    }
}
