package org.branchline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A careless edit of the chart: each has to make a check fail. */
enum Mutation {
    NO_STARTUP_PROBE("templates/deployment.yaml", """
                      startupProbe:
                        httpGet: {path: /q/health/started, port: http}
                        periodSeconds: 3
                        timeoutSeconds: 3
                        # The schema's time, and two minutes for a start on a busy node.
                        failureThreshold: {{ div (add $wait 122) 3 }}
            """, ""),
    NO_LIVENESS_PROBE("templates/deployment.yaml", """
                      livenessProbe:
                        httpGet: {path: /q/health/live, port: http}
                        periodSeconds: 10
                        timeoutSeconds: 5
                        failureThreshold: 3
            """, ""),
    READINESS_ASKS_WHETHER_IT_LIVES("templates/deployment.yaml", "path: /q/health/ready", "path: /q/health/live"),
    A_START_SHORTER_THAN_THE_WAIT("templates/deployment.yaml", "div (add $wait 122) 3", "div 122 3"),
    ROOT_ALLOWED("templates/_helpers.tpl", "runAsNonRoot: true", "runAsNonRoot: false"),
    ROOT("templates/_helpers.tpl", "runAsUser: {{ .Values.user }}", "runAsUser: 0"),
    A_ROOT_FOLDER_THAT_CAN_BE_WRITTEN(
            "templates/_helpers.tpl", "readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false"),
    A_MISSPELT_KEY("templates/_helpers.tpl", "readOnlyRootFilesystem: true", "readOnlyRootFileSystem: true"),
    MORE_RIGHTS_THAN_AT_START(
            "templates/_helpers.tpl", "allowPrivilegeEscalation: false", "allowPrivilegeEscalation: true"),
    CAPABILITIES_KEPT("templates/_helpers.tpl", "drop: [ALL]", "drop: [NET_RAW]"),
    NO_SECCOMP("templates/_helpers.tpl", "type: RuntimeDefault", "type: Unconfined"),
    THE_CLUSTERS_TOKEN(
            "templates/_helpers.tpl", "automountServiceAccountToken: false", "automountServiceAccountToken: true"),
    NEIGHBOURS_VARIABLES("templates/_helpers.tpl", "enableServiceLinks: false\n", ""),
    A_SECRET_AS_A_VARIABLE("templates/deployment.yaml", """
                        - name: HTTP_PORT
            """, """
                        - name: API_KEY
                          value: "0123456789abcdef"
                        - name: HTTP_PORT
            """),
    A_SECRET_MADE_BY_THE_CHART("templates/service.yaml", "apiVersion: v1\nkind: Service\n", """
            apiVersion: v1
            kind: Secret
            metadata:
              name: made
            stringData:
              TELEGRAM_BOT_TOKEN: changeme
            ---
            apiVersion: v1
            kind: Service
            """),
    SECRETS_FOR_EVERYBODY(
            "templates/_helpers.tpl", "    defaultMode: 288 # 0440\n    sources", "    defaultMode: 420\n    sources"),
    NO_PAUSE_BEFORE_THE_END("templates/deployment.yaml", "seconds: {{ .Values.drainSeconds }}", "seconds: 0"),
    NO_TIME_TO_HAND_OVER("templates/deployment.yaml", "add .Values.drainSeconds 55", "add .Values.drainSeconds 25"),
    A_GAP_IN_THE_ROLL_OUT("templates/deployment.yaml", "maxUnavailable: 0", "maxUnavailable: 1"),
    TWO_ON_ONE_DATA_FOLDER("templates/deployment.yaml", "type: Recreate", "type: RollingUpdate"),
    ANSWERS_IN_A_PASSING_FOLDER("templates/deployment.yaml", """
                      persistentVolumeClaim:
                        claimName: {{ .Values.database.embedded.existingClaim | default (printf "%s-data" (include "branchline.fullname" .)) }}
            """, "          emptyDir: {}\n"),
    A_DATA_FOLDER_POSTGRES_REFUSES(
            "templates/_helpers.tpl", "fsGroupChangePolicy: OnRootMismatch", "fsGroupChangePolicy: Always"),
    ANSWERS_THAT_GO_WITH_THE_RELEASE(
            "templates/data.yaml", "helm.sh/resource-policy: keep", "helm.sh/resource-policy: drop"),
    NO_TMP("templates/deployment.yaml", "            - {name: tmp, mountPath: /tmp}\n", ""),
    ALL_ON_ONE_NODE("templates/deployment.yaml", "list \"kubernetes.io/hostname\" ", "list "),
    NO_MEMORY_LIMIT("values.yaml", "  limits:\n    memory: 512Mi\n", ""),
    AN_IMAGE_OF_TODAY("values.yaml", "  tag: \"\"", "  tag: latest"),
    NO_NETWORK_POLICY("values.yaml", "networkPolicy:\n  enabled: true", "networkPolicy:\n  enabled: false"),
    ONE_REPLICA("values.yaml", "replicas: 2", "replicas: 1"),
    NO_DISRUPTION_BUDGET("values.yaml", "disruptionBudget:\n  enabled: true", "disruptionBudget:\n  enabled: false"),
    MIGRATIONS_AFTER_THE_ROLL_OUT(
            "templates/migration.yaml",
            "helm.sh/hook: pre-install,pre-upgrade\n    helm.sh/hook-weight: \"0\"",
            "helm.sh/hook: post-install,post-upgrade\n    helm.sh/hook-weight: \"0\""),
    MIGRATIONS_AS_THE_SERVICE(
            "templates/_helpers.tpl",
            ".Values.database.migration.secret \"DATA_KEY\"",
            ".Values.secrets.DATABASE_URL \"DATA_KEY\""),
    THE_SERVICE_IN_PLACE_OF_MIGRATIONS("templates/migration.yaml", "          args: [migrate]\n", ""),
    MIGRATIONS_SHUT_IN(
            "templates/migration.yaml", "  egress:\n    {{- include \"branchline.egress\" . | nindent 4 }}\n", ""),
    NO_NAMES("templates/_helpers.tpl", "{port: 53, protocol: UDP}", "{port: 54, protocol: UDP}"),
    OUT_TO_NEIGHBOURS("values.yaml", "except: [10.0.0.0/8, ", "except: ["),
    TRACES_SHUT_IN("templates/networkpolicy.yaml", "{port: {{ $port }}, protocol: TCP}", "{port: 4317, protocol: TCP}"),
    TRACES_TO_NOWHERE("templates/deployment.yaml", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_ENDPOINT"),
    ALL_OF_THE_TRACES("templates/deployment.yaml", "{{ $.Values.tracing.share | quote }}", "\"1\""),
    IN_FROM_ANYWHERE(
            "templates/networkpolicy.yaml",
            "      from:\n        {{- toYaml . | nindent 8 }}\n  {{- end }}\n  egress",
            "  {{- end }}\n  egress"),
    METRICS_FOR_ALL("values.schema.json", "^/(q(/.*)?)?$", "^/nowhere$"),
    A_NUMBER_BESIDE_THE_AUTOSCALER(
            "templates/deployment.yaml", "{{- if not .Values.autoscaling.enabled }}", "{{- if true }}"),
    NO_AUTOSCALER("templates/scaling.yaml", "{{- if .Values.autoscaling.enabled }}", "{{- if false }}"),
    ANOTHER_SELECTOR(
            "templates/service.yaml",
            "    {{- include \"branchline.selector\" . | nindent 4 }}\n    app.kubernetes.io/component: service\n",
            "    {{- include \"branchline.selector\" . | nindent 4 }}\n    app.kubernetes.io/component: web\n"),
    AN_ALERT_ON_WHAT_NOBODY_MEASURES("files/alerts.yaml", "kube_job_status_failed", "kube_job_failures"),
    AN_ALERT_ABOUT_OTHERS(
            "files/alerts.yaml", "expr: kube_job_status_failed{ {{ $here }}, ", "expr: kube_job_status_failed{ "),
    AN_ALERT_WITHOUT_WHAT_TO_DO(
            "files/alerts.yaml",
            "      Raise `resources.limits.memory` and report the figure: the service is meant to stay below its default.",
            "      Too bad."),
    A_PANEL_OF_WHAT_NOBODY_MEASURES(
            "files/dashboard.json", "container_memory_working_set_bytes", "branchline_memory_bytes"),
    AN_ALERT_ON_A_FIGURE_BY_ANOTHER_NAME("files/alerts.yaml", "(branchline_lease_held{", "(branchline_leases_held{"),
    AN_ALERT_ON_A_LABEL_NOBODY_SETS("files/alerts.yaml", ", priority=\"reply\"", ", urgency=\"reply\""),
    AN_ALERT_ON_FIGURES_OF_OTHERS(
            "files/alerts.yaml",
            "max by (pod) (branchline_database_waiting{ {{ $ours }} })",
            "max by (pod) (branchline_database_waiting)"),
    A_PANEL_OF_A_FIGURE_BY_ANOTHER_NAME(
            "files/dashboard.json", "(branchline_outbox_rows{", "(branchline_outbox_depth{"),
    REPLICAS_ON_ONE_EMBEDDED_DATABASE("values.schema.json", "\"maximum\": 1\n", "\"maximum\": 9\n"),
    SCALING_WHILE_POLLING("values.schema.json", "\"const\": \"polling\"", "\"const\": \"never\""),
    ROOT_BY_VALUES(
            "values.schema.json",
            "\"minimum\": 1,\n      \"maximum\": 2147483647",
            "\"minimum\": 0,\n      \"maximum\": 2147483647");

    private final String file;
    private final String right;
    private final String wrong;

    /** @param right what stands in the file, once; @param wrong what a careless hand makes of it */
    Mutation(String file, String right, String wrong) {
        this.file = file;
        this.right = right;
        this.wrong = wrong;
    }

    /** A copy of a chart with the edit. */
    Chart in(Chart chart, Path folder) throws IOException {
        String text = Files.readString(chart.folder().resolve(file));
        assertThat(text.split(Pattern.quote(right), -1))
                .as("what is edited stands there once")
                .hasSize(2);
        return chart.copy(folder, (path, content) -> path.equals(file) ? content.replace(right, wrong) : content);
    }
}
