package io.cliprelay.worker.account.seal;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.subtle.AesGcmJce;

/**
 * A key-encryption key.
 *
 * @param id follows from the key and tells nothing of it
 */
record SealingKey(String id, Aead envelope) {

    private static final int BYTES = 32;
    private static final int ID_BYTES = 4;

    static SealingKey of(String base64) throws GeneralSecurityException {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != BYTES) {
            throw new GeneralSecurityException("a key has 32 bytes");
        }
        AeadConfig.register();
        Aead envelope = KmsEnvelopeAead.create(PredefinedAeadParameters.AES256_GCM, new AesGcmJce(bytes));
        return new SealingKey(id(bytes), envelope);
    }

    private static String id(byte[] key) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
        return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    }

    @Override
    public String toString() {
        return "SealingKey[" + id + "]";
    }
}
