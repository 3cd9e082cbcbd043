{{- define "branchline.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 50 | trimSuffix "-" -}}
{{- end }}

{{- define "branchline.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 50 | trimSuffix "-" -}}
{{- else if contains (include "branchline.name" .) .Release.Name -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "branchline.name" .) | trunc 50 | trimSuffix "-" -}}
{{- end -}}
{{- end }}

{{/* What a selector holds; never changes for a release. */}}
{{- define "branchline.selector" -}}
app.kubernetes.io/name: {{ include "branchline.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "branchline.labels" -}}
{{ include "branchline.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "branchline.image" -}}
{{- if .Values.image.digest -}}
{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end -}}
{{- end }}

{{/* Variable by variable where its value lies: the embedded Postgres has no URL. */}}
{{- define "branchline.secrets" -}}
{{- $secrets := .Values.secrets -}}
{{- if eq .Values.database.kind "embedded" -}}
{{- $secrets = omit $secrets "DATABASE_URL" -}}
{{- end -}}
{{- toYaml $secrets -}}
{{- end }}

{{/* The migrations know the owner of the database and the key, and nothing else. */}}
{{- define "branchline.migrationSecrets" -}}
{{- toYaml (dict "DATABASE_URL" .Values.database.migration.secret "DATA_KEY" .Values.secrets.DATA_KEY) -}}
{{- end }}

{{/* Files that only the service's group reads, in place of variables that every child process and dump would show. */}}
{{- define "branchline.secretFiles" -}}
- name: secrets
  projected:
    defaultMode: 288 # 0440
    sources:
      {{- range $variable, $from := . }}
      - secret:
          name: {{ $from.name }}
          items:
            - key: {{ $from.key }}
              path: {{ $variable }}
      {{- end }}
{{- end }}

{{- define "branchline.secretVariables" -}}
{{- range $variable, $from := . }}
- name: {{ $variable }}_FILE
  value: /secrets/{{ $variable }}
{{- end }}
{{- end }}

{{- define "branchline.rootCertificate" -}}
- name: root-certificate
  secret:
    secretName: {{ .Values.database.rootCertificate.secret }}
    defaultMode: 288 # 0440
    items:
      - key: {{ .Values.database.rootCertificate.key }}
        path: ca.crt
{{- end }}

{{/* Of every pod: no token of the cluster, no variables of its neighbours, nobody's root. */}}
{{- define "branchline.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .Values.serviceAccountName }}
serviceAccountName: {{ . }}
{{- end }}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: {{ .Values.user }}
  runAsGroup: {{ .Values.user }}
  fsGroup: {{ .Values.user }}
  # Not Always: it would let the group write Postgres's data folder, which Postgres then refuses.
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile:
    type: RuntimeDefault
{{- end }}

{{/* Of every container. */}}
{{- define "branchline.container" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{/* Who may be asked and called: names, Postgres where it is not embedded, Telegram. */}}
{{- define "branchline.egress" -}}
- ports:
    - {port: 53, protocol: UDP}
    - {port: 53, protocol: TCP}
  {{- with .Values.networkPolicy.dnsTo }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- if eq .Values.database.kind "url" }}
- ports:
    - {port: {{ .Values.networkPolicy.databasePort }}, protocol: TCP}
  {{- with .Values.networkPolicy.databaseTo }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}
