// ZhubiDetection
