package workbook.basedetection;

/// What a method found, and what that cost.
///
/// @param bases the bases in which the equation holds, as far as the method looked
/// @param tried how many bases it tried
/// @param steps how many digits, coefficients and divisors it looked at
record Answer(Bases bases, long tried, long steps) {}
