/*
 * The puzzle in plain C: unsigned arithmetic, every base tried, nothing clever.
 *
 *   base all N LIMIT   every p, q < N and every r that a base up to LIMIT makes true:
 *                      a line "p q r smallest-base number-of-bases" each
 *   base read LIMIT    lines "p q r" in, the smallest base up to LIMIT out, 0 for none
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef unsigned __int128 wide;

/* Fills d with the decimal digits of text, the last one first, and gives how many. */
static int digits(const char *text, int *d)
{
    int n = (int) strlen(text);
    for (int i = 0; i < n; i++)
        d[i] = text[n - 1 - i] - '0';
    return n;
}

static int largest(const int *d, int n)
{
    int most = 0;
    for (int i = 0; i < n; i++)
        if (d[i] > most)
            most = d[i];
    return most;
}

static wide value(const int *d, int n, int base)
{
    wide sum = 0, weight = 1;
    for (int i = 0; i < n; i++, weight *= base)
        sum += d[i] * weight;
    return sum;
}

/* The smallest base up to limit that makes p * q = r true; *count is how many do, if asked for. */
static int solve(const char *p, const char *q, const char *r, int limit, int *count)
{
    int dp[64], dq[64], dr[64];
    int np = digits(p, dp), nq = digits(q, dq), nr = digits(r, dr);
    int first = 0, found = 0;
    for (int base = 2; base <= limit; base++) {
        if (largest(dp, np) >= base || largest(dq, nq) >= base || largest(dr, nr) >= base)
            continue;
        if (value(dp, np, base) * value(dq, nq, base) == value(dr, nr, base)) {
            found++;
            if (first == 0)
                first = base;
            if (count == NULL)
                return first;
        }
    }
    if (count != NULL)
        *count = found;
    return first;
}

static void all(int n, int limit)
{
    char p[16], q[16], r[64];
    int dp[16], dq[16];
    for (int i = 0; i < n; i++) {
        snprintf(p, sizeof p, "%d", i);
        int np = digits(p, dp);
        for (int j = 0; j < n; j++) {
            snprintf(q, sizeof q, "%d", j);
            int nq = digits(q, dq);
            for (int base = 2; base <= limit; base++) {
                if (largest(dp, np) >= base || largest(dq, nq) >= base)
                    continue;
                wide rest = value(dp, np, base) * value(dq, nq, base);
                char *end = r + sizeof r - 1;
                int digit;
                *end = '\0';
                do {
                    digit = (int) (rest % base);
                    *--end = (char) ('0' + digit);
                    rest /= base;
                } while (rest > 0 && digit <= 9);
                if (digit > 9)
                    continue;
                int count;
                if (solve(p, q, end, limit, &count) == base)
                    printf("%s %s %s %d %d\n", p, q, end, base, count);
            }
        }
    }
}

int main(int argc, char **argv)
{
    if (argc == 4 && strcmp(argv[1], "all") == 0) {
        all(atoi(argv[2]), atoi(argv[3]));
        return 0;
    }
    if (argc == 3 && strcmp(argv[1], "read") == 0) {
        char p[64], q[64], r[64];
        while (scanf("%63s %63s %63s", p, q, r) == 3)
            printf("%d\n", solve(p, q, r, atoi(argv[2]), NULL));
        return 0;
    }
    fprintf(stderr, "usage: base all N LIMIT | base read LIMIT\n");
    return 2;
}
