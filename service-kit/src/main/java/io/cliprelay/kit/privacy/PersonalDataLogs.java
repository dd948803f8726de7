package io.cliprelay.kit.privacy;

import java.util.Collection;
import java.util.List;

import jakarta.inject.Singleton;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.quarkus.arc.Unremovable;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;

/** Has records of the log exported without personal data where that is wanted ({@link PrivacyConfig}), whoever wrote them. */
@Unremovable
@Singleton
class PersonalDataLogs implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    private final boolean leaveOut;

    PersonalDataLogs(PrivacyConfig config) {
        this.leaveOut = config.leaveOutPersonalData();
    }

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        if (leaveOut) {
            builder.addLogRecordExporterCustomizer((exporter, any) -> new Private(exporter));
        }
    }

    /** Hands records on without personal data. */
    private record Private(LogRecordExporter next) implements LogRecordExporter {

        @Override
        public CompletableResultCode export(Collection<LogRecordData> records) {
            List<LogRecordData> rest =
                    records.stream().map(PrivateLogRecord::leftOutOf).toList();
            return next.export(rest);
        }

        @Override
        public CompletableResultCode flush() {
            return next.flush();
        }

        @Override
        public CompletableResultCode shutdown() {
            return next.shutdown();
        }
    }
}
