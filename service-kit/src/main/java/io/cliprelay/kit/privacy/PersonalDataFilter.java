package io.cliprelay.kit.privacy;

import java.util.logging.Filter;
import java.util.logging.LogRecord;

import io.quarkus.logging.LoggingFilter;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/** Lets every message through, without personal data where that is wanted ({@link PrivacyConfig}). */
@LoggingFilter(name = "personal-data")
public final class PersonalDataFilter implements Filter {

    /** The message with its parameters in it. */
    private static final ExtFormatter TEXT = new ExtFormatter() {
        @Override
        public String format(ExtLogRecord told) {
            return formatMessage(told);
        }
    };

    private final boolean leaveOut;

    /** Made before there are beans, hence without the mapping. */
    public PersonalDataFilter(
            @ConfigProperty(name = "cliprelay.privacy.leave-out-personal-data", defaultValue = "false")
                    boolean leaveOut) {
        this.leaveOut = leaveOut;
    }

    @Override
    public boolean isLoggable(LogRecord message) {
        if (leaveOut && message instanceof ExtLogRecord told) {
            String text = TEXT.format(told);
            if (text != null) {
                told.setMessage(PersonalData.leftOutOf(text), ExtLogRecord.FormatStyle.NO_FORMAT);
            }
            if (told.getThrown() != null && !(told.getThrown() instanceof Anonymous)) {
                told.setThrown(Anonymous.of(told.getThrown()));
            }
        }
        return true;
    }
}
