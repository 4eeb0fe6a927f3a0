package workbook.parameterdecryption;

import java.util.Arrays;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.springframework.core.annotation.Order;

/// Decrypts the texts that a method with [Decrypt] is called with. To be seen at a glance, a text
/// is decrypted by reading it backwards.
@Aspect
@Order(2)
class DecryptAspect {

  @Around("@annotation(workbook.parameterdecryption.Decrypt)")
  Object decryptTexts(ProceedingJoinPoint call) throws Throwable {
    Object[] plain =
        Arrays.stream(call.getArgs())
            .map(argument -> argument instanceof String text ? decrypt(text) : argument)
            .toArray();
    return call.proceed(plain);
  }

  static String decrypt(String text) {
    return new StringBuilder(text).reverse().toString();
  }
}
