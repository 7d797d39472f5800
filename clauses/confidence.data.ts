/** Right answers and all answers of each way of finding a part. Written by tools/calibrate-clauses.ts. */
export const rates: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>>> = {
  "zh": {
    "attribute": {
      "named-individual": [
        236,
        241
      ],
      "carried-closed_collective": [
        39,
        41
      ],
      "named-closed_collective": [
        120,
        126
      ],
      "none-none": [
        157,
        168
      ],
      "carried-individual": [
        66,
        71
      ],
      "named-open_collective": [
        46,
        48
      ],
      "carried-open_collective": [
        8,
        8
      ],
      "none-individual": [
        1,
        1
      ]
    },
    "lead": {
      "none": [
        672,
        674
      ],
      "named": [
        29,
        30
      ]
    },
    "deontic": {
      "must-named": [
        185,
        186
      ],
      "bare-named": [
        144,
        146
      ],
      "hedged": [
        37,
        39
      ],
      "bare-none": [
        116,
        118
      ],
      "must_not-named": [
        24,
        24
      ],
      "must-carried": [
        70,
        73
      ],
      "bare-carried": [
        32,
        32
      ],
      "may-named": [
        39,
        39
      ],
      "must_not-carried": [
        5,
        5
      ],
      "must-none": [
        29,
        32
      ],
      "must_not-none": [
        5,
        5
      ],
      "may-carried": [
        3,
        3
      ],
      "may-none": [
        2,
        2
      ]
    },
    "deadline": {
      "date-named": [
        75,
        78
      ],
      "date-carried": [
        32,
        32
      ],
      "none": [
        380,
        397
      ],
      "period-carried": [
        8,
        8
      ],
      "recurrence-named": [
        82,
        84
      ],
      "duration-named": [
        51,
        53
      ],
      "duration-carried": [
        4,
        6
      ],
      "unresolved-named": [
        20,
        21
      ],
      "recurrence-none": [
        1,
        2
      ],
      "standing-named": [
        4,
        7
      ],
      "date-none": [
        5,
        6
      ],
      "standing-carried": [
        2,
        2
      ],
      "recurrence-carried": [
        1,
        1
      ],
      "period-named": [
        1,
        1
      ],
      "unresolved-carried": [
        5,
        6
      ]
    },
    "indicator": {
      "count": [
        106,
        113
      ],
      "compared": [
        84,
        87
      ],
      "none": [
        491,
        504
      ]
    },
    "orElse": {
      "none": [
        633,
        637
      ],
      "named": [
        64,
        67
      ]
    },
    "aimClass": {
      "concrete-aim": [
        369,
        385
      ],
      "aspirational-aim": [
        151,
        161
      ],
      "mixed-aim": [
        58,
        76
      ],
      "mixed-dictionary": [
        10,
        19
      ],
      "concrete-dictionary": [
        48,
        50
      ],
      "concrete-guess": [
        5,
        5
      ],
      "aspirational-dictionary": [
        6,
        8
      ]
    }
  },
  "en": {
    "attribute": {
      "named-individual": [
        198,
        208
      ],
      "named-closed_collective": [
        110,
        114
      ],
      "none-none": [
        10,
        12
      ],
      "named-open_collective": [
        44,
        45
      ],
      "named-none": [
        58,
        64
      ],
      "carried-open_collective": [
        1,
        1
      ],
      "carried-individual": [
        7,
        8
      ],
      "carried-closed_collective": [
        7,
        8
      ]
    },
    "lead": {
      "none": [
        437,
        439
      ],
      "named": [
        21,
        21
      ]
    },
    "deontic": {
      "must-named": [
        283,
        293
      ],
      "bare-none": [
        12,
        12
      ],
      "may-named": [
        41,
        42
      ],
      "hedged": [
        30,
        34
      ],
      "bare-named": [
        37,
        38
      ],
      "must_not-named": [
        25,
        26
      ],
      "bare-carried": [
        2,
        2
      ],
      "must_not-carried": [
        2,
        2
      ],
      "must-carried": [
        11,
        11
      ]
    },
    "deadline": {
      "date-named": [
        76,
        78
      ],
      "recurrence-named": [
        48,
        50
      ],
      "duration-named": [
        57,
        60
      ],
      "none": [
        242,
        246
      ],
      "period-named": [
        7,
        7
      ],
      "standing-named": [
        4,
        4
      ],
      "unresolved-named": [
        15,
        15
      ]
    },
    "indicator": {
      "none": [
        329,
        334
      ],
      "compared": [
        51,
        53
      ],
      "count": [
        69,
        73
      ]
    },
    "orElse": {
      "none": [
        414,
        417
      ],
      "named": [
        40,
        43
      ]
    },
    "aimClass": {
      "concrete-aim": [
        253,
        259
      ],
      "mixed-aim": [
        34,
        54
      ],
      "aspirational-aim": [
        75,
        81
      ],
      "concrete-guess": [
        31,
        34
      ],
      "aspirational-guess": [
        16,
        21
      ],
      "mixed-guess": [
        2,
        11
      ]
    }
  }
};
