# Builds PTM and an image that runs it; `docker compose up` is the usual way in (docker-compose.yml).
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
RUN mvn -B -ntp -DskipTests package \
    && java -Djarmode=tools -jar target/ptm.jar extract --destination target/app

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home --home-dir /var/lib/ptm ptm
COPY --from=build --chown=ptm /build/target/app /app
USER ptm
WORKDIR /app
# loads and links the classes here, once, rather than at every start; the training run has a database of its own
RUN PTM_HOME=/tmp/training java -XX:AOTCacheOutput=ptm.aot -Dspring.context.exit=onRefresh -jar ptm.jar \
    && rm -rf /tmp/training
ENV PTM_HOME=/var/lib/ptm
VOLUME /var/lib/ptm
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "-XX:AOTCache=ptm.aot", "-jar", "ptm.jar"]
