package org.branchline.helm;

import static org.assertj.core.api.Assertions.assertThat;

/** Values that the chart refuses, and what the operator reads. */
enum Refusal {
    MORE_REPLICAS_ON_THE_EMBEDDED_DATABASE(
            """
            replicas: 3
            database: {kind: embedded}
            """,
            "replicas",
            "1 with the embedded database, which is inside that one replica: for more set database.kind to url"),
    AN_AUTOSCALER_ON_THE_EMBEDDED_DATABASE("""
            replicas: 1
            database: {kind: embedded}
            telegram: {updates: webhook}
            publicUrl: https://bot.example.org
            autoscaling: {enabled: true}
            """, "enabled", "false with the embedded database"),
    AN_AUTOSCALER_UNDER_POLLING(
            "autoscaling: {enabled: true}",
            "enabled",
            "false while telegram.updates is polling, which one replica does for all: to scale set it to webhook"),
    A_WEBHOOK_WITHOUT_AN_ADDRESS("telegram: {updates: webhook}", "publicUrl", "such as https://bot.example.org"),
    A_WEBHOOK_WITHOUT_TLS("""
            telegram: {updates: webhook}
            publicUrl: http://bot.example.org
            """, "publicUrl", "an https address"),
    AN_INGRESS_WITHOUT_A_HOST("ingress: {enabled: true}", "host", "the host name people and Telegram use"),
    HEALTH_AND_METRICS_FOR_ALL("ingress: {paths: [/q]}", "paths", "never / or /q, where health and metrics are"),
    A_SECRET_IN_PLAIN_TEXT("secrets: {TELEGRAM_BOT_TOKEN: '123456789:secret'}", "TELEGRAM_BOT_TOKEN", "object"),
    A_SECRET_AMONG_VARIABLES(
            "env: {API_KEY: 0123456789abcdef}", "API_KEY", "put it in a Secret and name that below secrets"),
    NO_KEY_FOR_ANSWERS("secrets: {DATA_KEY: null}", "secrets", "DATA_KEY"),
    ROOT("user: 0", "user", "1"),
    A_WORKSPACE_TWICE("""
            workspace:
              configMaps: [{name: ours}]
              image: {reference: registry.example.org/ours:1}
            """, "reference", "a workspace comes from one of them"),
    FEWER_AT_MOST_THAN_AT_LEAST("""
            telegram: {updates: webhook}
            publicUrl: https://bot.example.org
            autoscaling: {enabled: true, minReplicas: 5, maxReplicas: 3}
            """, "autoscaling.minReplicas", "more than autoscaling.maxReplicas"),
    A_KEY_THAT_IS_NOT_THERE("replica: 3", "replica", "not allowed");

    private final String values;
    private final String[] said;

    Refusal(String values, String... said) {
        this.values = values;
        this.said = said;
    }

    void hold(Chart chart) {
        assertThat(chart.refusal(values)).contains(said);
    }
}
