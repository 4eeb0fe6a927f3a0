package workbook.parameterdecryption;

import java.security.GeneralSecurityException;

/// Opens a body as it is first written: what fails first ends it.
final class EarlyRefusal {

  private EarlyRefusal() {}

  static byte[] open(ServerKey key, Envelope envelope, String target) {
    byte[] contentKey;
    try {
      contentKey = Crypto.unwrap(key.pair().getPrivate(), envelope.key());
    } catch (GeneralSecurityException _) {
      throw new Rejected(Rejected.Reason.NOT_AUTHENTIC);
    }
    try {
      return Crypto.decrypt(
          contentKey, envelope.iv(), envelope.additionalData(target), envelope.data());
    } catch (GeneralSecurityException _) {
      throw new Rejected(Rejected.Reason.NOT_AUTHENTIC);
    }
  }
}
