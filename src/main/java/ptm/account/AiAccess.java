package ptm.account;

/** Which model may be asked about a person's words, and at whose cost. */
public sealed interface AiAccess {

    /** None: the person said so. */
    record Refused() implements AiAccess {}

    /** None: there is none for this person. */
    record Missing() implements AiAccess {}

    /** The operator's. @param host where the words go */
    record Shared(String host) implements AiAccess {}

    /** The person's own. */
    record Own(AiEndpoint endpoint) implements AiAccess {}

    /** Whether a model may be asked at all. */
    default boolean isGiven() {
        return switch (this) {
            case Refused _,Missing _ -> false;
            case Shared _,Own _ -> true;
        };
    }

    /** The name of the machine that gets the words; empty where none does. */
    default String host() {
        return switch (this) {
            case Refused _,Missing _ -> "";
            case Shared(String host) -> host;
            case Own(AiEndpoint endpoint) -> endpoint.host();
        };
    }
}
