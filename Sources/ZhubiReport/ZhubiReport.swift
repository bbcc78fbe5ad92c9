// ZhubiReport
