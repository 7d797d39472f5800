/*
 * The month of the responsibility model in C, operation for operation as studies/simulation/model/kernel.ts: the yardstick of the
 * bench, and a check, for both must give the same bits. Compiled with -O3 -ffp-contract=off. A fixed intervention (month of onset,
 * hold, abrupt exit) stands for the superior, who costs nothing beside the parties.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SHIRK, SYMBOLIC, FULFIL };
static double fractions[64], octaves[2047], per_cell, upper, lower;

static inline double exponential(double x) {
  double y = x > 700 ? 700 : x < -700 ? -700 : x;
  double n = floor(y * per_cell + 0.5);
  double r = y - n * upper - n * lower;
  double series = 1 + r * (1 + r * (0.5 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120)))));
  int k = (int)n;
  return fractions[k & 63] * series * octaves[(k >> 6) + 1023];
}

typedef struct { uint32_t s0, s1, s2, s3; } rng;
static inline uint32_t next(rng *g) {
  uint32_t five = g->s1 * 5, t = g->s1 << 9;
  uint32_t result = ((five << 7) | (five >> 25)) * 9;
  g->s2 ^= g->s0; g->s3 ^= g->s1; g->s1 ^= g->s2; g->s0 ^= g->s3; g->s2 ^= t;
  g->s3 = (g->s3 << 11) | (g->s3 >> 21);
  return result;
}

#define UNIT (1.0 / 4294967296.0)
/* Parameters in the order that the bench sends. */
enum { K_, M0, M1, D, X0, A0, B0, LAM, EPS, H, KAPPAL, ES, QS, SPEC, BIND, RANK, D0, MON, PHI, KAPPA, XPHI, PSI, LEGIT, CHI, BETA, BETAF,
  IOTA, MU, CM0, AM, K0, GK, DK, ZETA, ZC, AY, PRIOR, SPECREV, SUPREV, SPECDET, BLIND, CAP, RANKBASE, CAPSCALE, RELIEF, SYMEFF, SYMPRIDE,
  SYMSUB, MFLOOR, MGAIN, MANDATE, PARAMS };

int main(int argc, char **argv) {
  FILE *in = fopen(argv[1], "rb");
  if (argc < 2 || !in) return 2;
  int32_t head[4]; /* parties, months, runs, repeats */
  double p[PARAMS], policy[6]; /* onset, hold, u, sanction, subsidy, coordination */
  if (fread(head, 4, 4, in) != 4 || fread(fractions, 8, 64, in) != 64 || fread(octaves, 8, 2047, in) != 2047) return 2;
  if (fread(&per_cell, 8, 1, in) != 1 || fread(&upper, 8, 1, in) != 1 || fread(&lower, 8, 1, in) != 1) return 2;
  if (fread(p, 8, PARAMS, in) != PARAMS || fread(policy, 8, 6, in) != 6) return 2;
  const int n = head[0], months = head[1], runs = head[2], repeats = head[3];
  const size_t per = (size_t)n * 5;
  double *start = malloc(sizeof(double) * per * runs);
  uint32_t *states = malloc(sizeof(uint32_t) * 4 * runs);
  for (int run = 0; run < runs; run++)
    if (fread(states + 4 * run, 4, 4, in) != 4 || fread(start + per * run, 8, per, in) != per) return 2;
  double alpha[32], beta[32], motivation[32], payoff[32], borne[32];
  uint8_t act[32], before[32], seen[32], turnover[32];
  for (int repeat = 0; repeat < repeats; repeat++) {
    struct timespec t0, t1;
    clock_gettime(CLOCK_MONOTONIC, &t0);
    double total = 0;
    for (int run = 0; run < runs; run++) {
      const double *burden = start + per * run, *benefit = burden + n, *cost = benefit + n, *own_factor = cost + n, *symbolic_factor = own_factor + n;
      double trust = p[A0] / (p[A0] + p[B0]);
      double K = p[K0], X = p[X0], y = trust, damage = 0;
      for (int i = 0; i < n; i++) {
        alpha[i] = p[A0]; beta[i] = p[B0]; motivation[i] = p[CM0] * (p[MFLOOR] + p[MGAIN] * trust); payoff[i] = 0; borne[i] = 0; act[i] = 0;
      }
      rng g = { states[4 * run], states[4 * run + 1], states[4 * run + 2], states[4 * run + 3] };
      for (int month = 0; month < months; month++) {
        double u = month >= policy[0] && month < policy[0] + policy[1] ? policy[2] : 0;
        double sanction = u * policy[3], subsidy = u * policy[4], mandate = u * policy[5];
        double rank = fmin(1, p[RANK]);
        double detection = fmin(p[CAP], p[D0] + p[SPECDET] * p[SPEC] + p[MON] * u * (1 - p[BLIND] * policy[5]));
        double passes = p[QS] * (1 - p[SPECREV] * p[SPEC]) * (1 - p[SUPREV] * u);
        double internal = p[PHI] * p[BIND] * (p[RANKBASE] + (1 - p[RANKBASE]) * rank);
        double fine = internal * p[CAPSCALE] * K + p[XPHI] * sanction;
        double fine_shirk = detection * fine, fine_symbolic = detection * (1 - passes) * fine;
        double paid = p[PSI] * subsidy;
        double transaction = p[KAPPA] * (1 - K) * fmax(0, 1 - p[RELIEF] * mandate);
        double threshold = p[M0] + p[M1] * X;
        double imitate = p[MU] + (1 - p[MU]) * p[IOTA];
        double symbolic_keeps = p[SYMSUB] * paid - p[SYMEFF] * transaction, fulfil_keeps = paid - transaction;
        double trusted = 0;
        for (int i = 0; i < n; i++) { trusted += burden[i] * alpha[i] / (alpha[i] + beta[i]); before[i] = act[i]; }
        double Q = 0;
        for (int i = 0; i < n; i++) {
          double mode = next(&g) * UNIT, choice = next(&g) * UNIT, observation = next(&g) * UNIT;
          turnover[i] = next(&g) * UNIT < p[H];
          int chosen;
          if (mode < p[MU]) chosen = choice < 1.0 / 3 ? SHIRK : choice < 2.0 / 3 ? SYMBOLIC : FULFIL;
          else if (mode < imitate) {
            int other = (int)floor((mode - p[MU]) / (imitate - p[MU]) * n);
            if (other > n - 1) other = n - 1;
            double copies = 1 / (1 + exponential(-p[BETAF] * (payoff[other] - payoff[i])));
            chosen = choice < copies ? before[other] : before[i];
          } else {
            double others = trusted - burden[i] * alpha[i] / (alpha[i] + beta[i]);
            double odds = exponential(-p[K_] * (others - threshold));
            double fulfil = benefit[i] / (1 + odds * own_factor[i]) - cost[i] + fulfil_keeps + motivation[i];
            double symbolic = benefit[i] / (1 + odds * symbolic_factor[i]) - p[ES] * cost[i] + symbolic_keeps + p[SYMPRIDE] * motivation[i] - fine_symbolic;
            double shirk = benefit[i] / (1 + odds) - fine_shirk;
            double to_symbolic = exponential(p[BETA] * (symbolic - fulfil)), to_shirk = exponential(p[BETA] * (shirk - fulfil));
            double mark = choice * (1 + to_symbolic + to_shirk);
            chosen = mark < to_shirk ? SHIRK : mark < to_shirk + to_symbolic ? SYMBOLIC : FULFIL;
          }
          act[i] = chosen;
          Q += burden[i] * (chosen == FULFIL ? 1 : chosen == SYMBOLIC ? p[ES] : 0);
          seen[i] = observation < (chosen == FULFIL ? 1 - p[EPS] : chosen == SYMBOLIC ? passes : p[EPS]);
        }
        double success = 1 / (1 + exponential(-p[K_] * (Q - threshold)));
        y = y + p[AY] * (Q - y);
        double back = (1 - p[LAM]) * p[PRIOR], level = p[CM0] * (p[MFLOOR] + p[MGAIN] * y);
        double recovery = p[AM] * (1 - u), crowding = p[CHI] * sanction * (1 - p[LEGIT]);
        for (int i = 0; i < n; i++) {
          int chosen = act[i];
          double pride = motivation[i], price = cost[i];
          double spent = chosen == FULFIL ? price - fulfil_keeps : chosen == SYMBOLIC ? p[ES] * price - symbolic_keeps + fine_symbolic : fine_shirk;
          borne[i] += spent;
          payoff[i] = benefit[i] * success - spent + (chosen == FULFIL ? pride : chosen == SYMBOLIC ? p[SYMPRIDE] * pride : 0);
          double a = p[LAM] * alpha[i] + back * p[A0] + seen[i], b = p[LAM] * beta[i] + back * p[B0] + 1 - seen[i];
          if (turnover[i]) { a = p[A0] + p[KAPPAL] * (a - p[A0]); b = p[B0] + p[KAPPAL] * (b - p[B0]); }
          alpha[i] = a; beta[i] = b;
          motivation[i] = pride + recovery * (level - pride) - crowding * pride;
        }
        double learning = p[GK] * (1 - K) * Q * (1 - p[ZETA] * u);
        double erosion = p[DK] * K + p[ZC] * (sanction + p[MANDATE] * mandate) * K;
        K = fmin(1, fmax(0, K + learning - erosion));
        X = (1 - p[D]) * X + 2 * p[D] * (1 - Q);
        damage = damage + 1 - Q;
      }
      total += damage + borne[0];
    }
    clock_gettime(CLOCK_MONOTONIC, &t1);
    printf("%.17g %.9f\n", total, (t1.tv_sec - t0.tv_sec) + (t1.tv_nsec - t0.tv_nsec) * 1e-9);
  }
  return 0;
}
