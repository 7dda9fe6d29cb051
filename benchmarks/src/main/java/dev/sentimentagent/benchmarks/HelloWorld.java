package dev.sentimentagent.benchmarks;

import io.helidon.webserver.WebServer;

/** The least that the service's web server can be: what its start is measured beside. The argument is the port. */
final class HelloWorld {
    private HelloWorld() {}

    public static void main(String[] args) {
        WebServer.builder()
                .host("127.0.0.1")
                .port(Integer.parseInt(args[0]))
                .routing(routing -> routing.get("/", (_, response) -> response.send("hello, world\n")))
                .build()
                .start();
    }
}
